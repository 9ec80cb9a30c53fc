package dev.holdfast.account.entity;

import java.util.Locale;

/** The reason why a session ended. Only the holder of a genuine token of that session learns it. */
public enum EndReason {
    SIGNED_OUT,
    ENDED_ELSEWHERE,
    IDLE,
    EXPIRED,
    TOKEN_REUSED,
    GOOGLE_REVOKED,
    GOOGLE_REAUTH,
    GOOGLE_POLICY,
    GOOGLE_CLIENT_REJECTED,
    DISCONNECTED,
    ERASED,
    ACCOUNT_DISABLED,
    GOOGLE_SIGNED_OUT,
    GOOGLE_ACCOUNT_AT_RISK,
    ENDED_BY_ADMINISTRATOR;

    /** The wire form: {@code google_revoked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
