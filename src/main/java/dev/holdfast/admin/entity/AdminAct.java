package dev.holdfast.admin.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's act and its target, which is null if the act has no such target.
 *
 * @param replaced the address that Holdfast's own was to replace, as the administrator named it
 */
public record AdminAct(Kind kind, @Nullable UUID account, @Nullable UUID session, @Nullable String replaced) {

    /** The kinds of acts; reading is an act too. */
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
        /** Google was asked for the state of an account's grant. */
        GRANT_CHECKED(false),
        /** Google was asked to send its security signals here. */
        SIGNALS_CONNECTED(false),
        /** The same, in the place of another installation. */
        SIGNALS_TAKEN_OVER(false),
        /** A caller who is no administrator asked for what only administrators may. */
        REFUSED(false);

        private final boolean look;

        Kind(boolean look) {
            this.look = look;
        }

        /** Whether the act changes nothing. */
        public boolean isLook() {
            return look;
        }

        /** The code in the audit trail: {@code account_disabled}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the kind with this {@link #code()}; empty if there is none. */
        public static Optional<Kind> parse(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    public static AdminAct of(Kind kind) {
        return new AdminAct(kind, null, null, null);
    }

    public static AdminAct on(UUID account, Kind kind) {
        return new AdminAct(kind, account, null, null);
    }

    public AdminAct inSession(UUID session) {
        return new AdminAct(kind, account, session, null);
    }

    /** Returns the act of taking Google's signals away from this address. */
    public static AdminAct takingSignalsFrom(String address) {
        return new AdminAct(Kind.SIGNALS_TAKEN_OVER, null, null, address);
    }
}
