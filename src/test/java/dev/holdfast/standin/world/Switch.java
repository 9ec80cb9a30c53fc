package dev.holdfast.standin.world;

import java.util.Locale;

/** A setting for everybody or for one person; the values are text, as forms and JSON carry them. */
public enum Switch {
    ACCESS_TOKEN_LIFETIME("3599", "How long new access tokens work, in seconds"),
    EXPIRES_IN(
            "",
            "What expires_in says instead of the truth: a JSON value such as 99999999999, -1 or \"3599\"; "
                    + "or missing"),
    CODE_LIFETIME("600", "How long authorization codes work, in seconds"),
    REFRESH_TOKEN_ON_SIGN_IN(
            "consent",
            "When a sign-in with access_type=offline yields a refresh token: consent (as Google does), "
                    + "always or never"),
    ROTATE_REFRESH_TOKENS("false", "true: each refresh brings a new refresh token"),
    OLD_REFRESH_TOKEN_DIES("false", "true: with rotation, the refresh token that was used stops working"),
    REFRESH_TOKEN_EXPIRES_IN(
            "",
            "Seconds a refresh token lives (time-limited access); answers then carry "
                    + "refresh_token_expires_in"),
    DROP_SCOPES_ON_EXCHANGE("", "Scopes (or all, for all but identity) missing from what a code yields"),
    DROP_SCOPES_ON_REFRESH("", "Scopes (or all, for all but identity) missing from what a refresh yields"),
    ID_TOKEN("none", "A fault in ID tokens, see the list"),
    ID_TOKEN_ON_REFRESH("true", "false: refreshes bring no ID token"),
    CALLBACK_ISS("", "iss on the callback: missing, empty, doubled or another value"),
    CALLBACK_ERROR("", "The callback carries this error instead of a code, such as server_error"),
    CALLBACK_ERROR_DESCRIPTION("", "error_description that goes with it"),
    CALLBACK_EXTRA("", "Raw query text appended to the callback, such as code=second"),
    AUTHORIZATION_PAGE_ERROR("", "Sign-in ends on an error page, such as admin_policy_enforced or org_internal"),
    AUTOMATIC_PERSON("", "Sign-in answers at once for this person, without any page"),
    AUTOMATIC_CONSENT("all", "What that person then allows: all, none, cancel, or scopes"),
    DISCOVERY_ISSUER("", "The issuer the discovery document claims"),
    DISCOVERY_ISS_PARAMETER("true", "false: discovery does not announce iss on the callback; missing: says nothing"),
    CERTS_MAX_AGE("19800", "max-age of the published keys, in seconds"),
    DRIVE_LINKS(
            "google",
            "Where links to files lead: google (as the real ones, and to nothing), here (a page of the "
                    + "stand-in) or javascript (what nobody should follow)"),
    DRIVE_SHORT_PAGES("false", "true: Drive returns fewer files a page than asked for"),
    DRIVE_EMPTY_PAGES("0", "So many empty pages come before each page of files"),
    DRIVE_INCOMPLETE_SEARCH("false", "true: Drive says that it has not searched everything"),
    GEMINI_ANSWER("full", "How Gemini's answers end: full, blocked, safety, max_tokens, unfinished, error, reason_in_each,"
            + " too_long or retired"),
    GEMINI_PAUSE("0", "Milliseconds between the pieces of Gemini's answers"),
    STREAM_REFUSAL("", "Why the RISC API refuses every call, such as permission_missing or domain_not_authorized; empty: it"
            + " does not"),
    APPLICATION_URL("", "Where Holdfast is, for the links of this page"),
    REDIRECT_URIS(
            "",
            "The registered redirect URIs, space-separated; empty: any .../auth/callback that is https or "
                    + "on this machine");

    private final String standard;
    private final String words;

    Switch(String standard, String words) {
        this.standard = standard;
        this.words = words;
    }

    /** Returns the value after a reset. */
    public String standard() {
        return standard;
    }

    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Switch of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
