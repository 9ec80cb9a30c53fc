package dev.holdfast.admin.entity;

import java.util.Locale;
import java.util.UUID;

/** What an administrator did, and to whom; {@code account} and {@code session} are null where it was nobody in particular. */
public record AdminAct(Kind kind, UUID account, UUID session) {

    /** Looking is an act as well. */
    public enum Kind {
        ACCOUNTS_LISTED,
        ACCOUNT_VIEWED,
        SESSIONS_VIEWED,
        ACTIVITY_VIEWED,
        SESSION_ENDED,
        SESSIONS_ENDED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        CHECK_UP_MADE;

        /** As the audit trail has it: {@code account_disabled}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static AdminAct of(Kind kind) {
        return new AdminAct(kind, null, null);
    }

    public static AdminAct on(UUID account, Kind kind) {
        return new AdminAct(kind, account, null);
    }

    public AdminAct inSession(UUID session) {
        return new AdminAct(kind, account, session);
    }
}
