package dev.holdfast.signals.entity;

import java.util.Locale;

/** The effect of a signal that was worked on. */
public enum SignalEffect {
    /** Sessions that began before the event have ended; there may have been none. */
    SESSIONS_ENDED,
    /** The grant is revoked, its tokens are deleted, and sessions that began before the event have ended. */
    GRANT_REVOKED,
    /** All sessions have ended, and the account is frozen. */
    FROZEN,
    UNFROZEN,
    /** The event is overtaken, about another token, or about an account that is gone. */
    NOTHING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
