package dev.holdfast.signin.entity;

import java.util.Locale;
import java.util.Set;

/** The reason why a sign-in ended without a session, in the words of {@code /login?reason=}. */
public enum LoginReason {
    CANCELLED,
    /** A state of ours came back without its cookie: cookies are blocked, or the sign-in began in another browser. */
    COOKIES_MISSING,
    SIGN_IN_EXPIRED,
    SIGN_IN_REFUSED,
    ACCOUNT_NOT_ALLOWED,
    ACCOUNT_DISABLED,
    /** Google has reported the Google account as disabled, for example because it was hijacked. */
    GOOGLE_ACCOUNT_AT_RISK,
    /** Scopes were asked for in one person's session, and another person came back from Google. */
    OTHER_ACCOUNT,
    OFFLINE_ACCESS_MISSING,
    GOOGLE_UNAVAILABLE,
    GOOGLE_CLIENT_REJECTED,
    STORAGE_UNAVAILABLE;

    private static final Set<String> TRANSIENT = Set.of("server_error", "temporarily_unavailable");

    /**
     * The reason for an {@code error} of an authorization response (RFC 6749 section 4.1.2.1). The received text is not
     * echoed.
     */
    public static LoginReason ofError(String error) {
        if (error.equals("access_denied")) {
            return CANCELLED;
        }
        return TRANSIENT.contains(error) ? GOOGLE_UNAVAILABLE : SIGN_IN_REFUSED;
    }

    /**
     * Whether the login page is told this return path: the answer could be trusted, and the person can try again. Home goes
     * without saying, except to a person who is still signed in and may go back there.
     */
    public boolean tells(ReturnTo page) {
        return switch (this) {
            case CANCELLED, GOOGLE_UNAVAILABLE, STORAGE_UNAVAILABLE, OFFLINE_ACCESS_MISSING, ACCOUNT_NOT_ALLOWED ->
                    !page.equals(ReturnTo.HOME);
            case OTHER_ACCOUNT -> true;
            case COOKIES_MISSING, SIGN_IN_EXPIRED, SIGN_IN_REFUSED, ACCOUNT_DISABLED, GOOGLE_ACCOUNT_AT_RISK,
                    GOOGLE_CLIENT_REJECTED -> false;
        };
    }

    /** Returns the wire form, such as {@code sign_in_expired}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
