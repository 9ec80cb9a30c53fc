package dev.holdfast.admin.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What an administrator did, and to whom; {@code account} and {@code session} are null where it was nobody in particular. */
public record AdminAct(Kind kind, UUID account, UUID session) {

    /** Looking is an act as well. */
    public enum Kind {
        ACCOUNTS_LISTED(true),
        ACCOUNT_VIEWED(true),
        SESSIONS_VIEWED(true),
        ACTIVITY_VIEWED(true),
        AUDIT_VIEWED(true),
        CHECK_UP_MADE(true),
        SESSION_ENDED(false),
        SESSIONS_ENDED(false),
        ACCOUNT_DISABLED(false),
        ACCOUNT_ENABLED(false),
        /** Google was asked about somebody's grant. */
        GRANT_CHECKED(false),
        /** Somebody who is no administrator asked for what only administrators may. */
        REFUSED(false);

        private final boolean look;

        Kind(boolean look) {
            this.look = look;
        }

        /** Whether it changes nothing. */
        public boolean isLook() {
            return look;
        }

        /** As the audit trail has it: {@code account_disabled}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty for anything that is no {@link #code()}. */
        public static Optional<Kind> parse(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
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
