package dev.holdfast.google.wire;

import java.io.IOException;

/**
 * A transient failure: Google did not answer, or not as expected. It contains only a short code of Holdfast's, because
 * the network's texts may quote what was sent. It leaves this wing only from an API client's call.
 */
public final class GoogleTrouble extends IOException {

    public static final String TOO_LARGE = "answer_too_large";
    public static final String BUSY = "busy";

    /** The caller's own body of the request could not be read to its end, or was too large: Google is not the cause. */
    public static final String REQUEST_CUT = "request_cut";

    static final String CONNECTION_FAILED = "connection_failed";
    static final String PROXY_AUTHENTICATION = "proxy_authentication_required";
    static final String PROXY_REFUSED = "proxy_refused";
    static final String PROXY_UNREACHABLE = "proxy_unreachable";

    private final String code;

    public GoogleTrouble(String code) {
        super(code);
        this.code = code;
    }

    /** Tells whether no connection came about, or it broke before the head of the answer. A late answer is no break. */
    public boolean isBrokenConnection() {
        return CONNECTION_FAILED.equals(code());
    }

    /** Tells whether Google and the network to it have no part in the failure. */
    public boolean isHomeMade() {
        return BUSY.equals(code()) || REQUEST_CUT.equals(code());
    }

    boolean isOfTheProxy() {
        return code.startsWith("proxy_");
    }

    public String code() {
        return code;
    }
}
