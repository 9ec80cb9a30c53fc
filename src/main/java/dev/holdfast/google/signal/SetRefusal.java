package dev.holdfast.google.signal;

import java.util.Locale;

/** Why a security event token is refused, in the words of RFC 8935 section 2.4, with a description of ours. */
public enum SetRefusal {
    INVALID_REQUEST("The body is no security event token, or a required claim is missing or out of bounds."),
    INVALID_KEY("The signature is not by a known key and RS256."),
    INVALID_ISSUER("The issuer is not one that this receiver listens to."),
    INVALID_AUDIENCE("The token is meant for another receiver.");

    private final String description;

    SetRefusal(String description) {
        this.description = description;
    }

    /** Returns the wire form: {@code invalid_key}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }
}
