package dev.holdfast.google.wire;

import java.util.Locale;

/** The kinds of calls to Google, as far as operators distinguish them. */
public enum GoogleCall {
    /** The token endpoint, with a refresh token. */
    REFRESH,
    /** The token endpoint, with the code of a sign-in. */
    EXCHANGE,
    /** The token endpoint, on no person's behalf, to learn whether it accepts the client. */
    CHECKUP,
    REVOCATION,
    DRIVE,
    /** A question to a model, until its answer begins. */
    MODEL,
    /** Any other API, called by one of Google's API clients. */
    API;

    /** Returns the label, such as {@code refresh}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
