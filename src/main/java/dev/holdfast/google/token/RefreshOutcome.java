package dev.holdfast.google.token;

/** The outcome of a refresh at Google (RFC 6749 section 6), by status, {@code error} and {@code error_subtype}. */
public sealed interface RefreshOutcome {

    record Refreshed(GrantedTokens tokens) implements RefreshOutcome {}

    /** A final refusal, which a retry would not change. {@code code} is Google's {@code error}, one of the known. */
    record Refused(Refusal refusal, String code) implements RefreshOutcome {}

    /** Any other outcome. {@code code} is a short one of Holdfast's fixed set, fit for logs and the grant's health. */
    record Unavailable(String code) implements RefreshOutcome {}

    /** The four ways in which Google refuses for good. */
    enum Refusal { REVOKED, REAUTH_REQUIRED, BLOCKED_BY_POLICY, CLIENT_REJECTED }

    /**
     * Returns what a refusal of the token endpoint means. {@code invalid_grant} with a subtype, such as {@code invalid_rapt},
     * asks for a new sign-in; without one, the access is gone. An unknown error is not final.
     */
    static RefreshOutcome ofRefusal(String error, boolean hasSubtype) {
        return switch (error) {
            case "invalid_grant" -> new Refused(hasSubtype ? Refusal.REAUTH_REQUIRED : Refusal.REVOKED, error);
            case "admin_policy_enforced", "access_denied" -> new Refused(Refusal.BLOCKED_BY_POLICY, error);
            case "invalid_client", "deleted_client", "unauthorized_client" -> new Refused(Refusal.CLIENT_REJECTED, error);
            default -> new Unavailable("unknown_refusal");
        };
    }
}
