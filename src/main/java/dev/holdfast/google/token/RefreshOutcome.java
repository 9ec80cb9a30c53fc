package dev.holdfast.google.token;

/** The outcome of a refresh at Google (RFC 6749 section 6), by status, {@code error} and {@code error_subtype}. */
public sealed interface RefreshOutcome {

    record Refreshed(GrantedTokens tokens) implements RefreshOutcome {}

    /** A final refusal, which a retry would not change. {@code code} is Google's {@code error}, one of the known. */
    record Refused(Refusal refusal, String code) implements RefreshOutcome {}

    /** Any other outcome. {@code code} is a short one of Holdfast's fixed set, fit for logs and the grant's health. */
    record Unavailable(String code) implements RefreshOutcome {}

    /** The four final rows of the contract's table. */
    enum Refusal { REVOKED, REAUTH_REQUIRED, BLOCKED_BY_POLICY, CLIENT_REJECTED }
}
