package dev.holdfast.account.entity;

import java.util.Locale;

/** The kinds of events in a person's timeline. */
public enum ActivityType {
    SIGNED_IN,
    SESSION_ENDED,
    GRANT_REFRESH_FAILED,
    GRANT_LOST,
    GRANT_HEALED,
    DISCONNECTED,
    TOKEN_REUSE_DETECTED,
    SIGNAL_RECEIVED;

    /** The wire form: {@code signed_in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ActivityType ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
