package dev.holdfast.account.entity;

import java.util.Locale;

/** Why a session ended; told to the holder of a genuine token of that session and to nobody else. */
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
    ENDED_BY_ADMINISTRATOR;

    /** The wire form: {@code google_revoked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
