package dev.holdfast.google.wire;

import java.io.IOException;

/**
 * Google did not answer, or not as Google: the transient kind of failure. It carries nothing but a short code of ours,
 * because texts of the network may quote what was sent. It leaves this wing only out of an API client's call.
 */
public final class GoogleTrouble extends IOException {

    public static final String TOO_LARGE = "answer_too_large";
    public static final String BUSY = "busy";
    static final String PROXY_AUTHENTICATION = "proxy_authentication_required";
    static final String PROXY_REFUSED = "proxy_refused";
    static final String PROXY_UNREACHABLE = "proxy_unreachable";

    public GoogleTrouble(String code) {
        super(code);
    }

    boolean isOfTheProxy() {
        return code().startsWith("proxy_");
    }

    public String code() {
        return getMessage();
    }
}
