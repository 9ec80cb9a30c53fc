package dev.holdfast.google.wire;

import java.util.Locale;

/** What Google is asked for, as far as operators tell it apart. */
public enum GoogleCall {
    /** The token endpoint, with a refresh token. */
    REFRESH,
    /** The token endpoint, with the code of a sign-in. */
    EXCHANGE,
    /** The token endpoint, asked for nobody, whether it accepts the client. */
    CHECKUP,
    REVOCATION,
    DRIVE,
    /** Any other API, called by a client of Google's. */
    API;

    /** As a label: {@code refresh}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
