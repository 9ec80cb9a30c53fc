package dev.holdfast.google.token;

/** How Google answered a refresh (RFC 6749 section 6), told apart by status, {@code error} and {@code error_subtype}. */
public sealed interface RefreshOutcome {

    record Refreshed(GrantedTokens tokens) implements RefreshOutcome {}

    /** Final: nothing more is asked with this refresh token. {@code code} is Google's {@code error}, one of the known. */
    record Refused(Refusal refusal, String code) implements RefreshOutcome {}

    /** Anything else. {@code code} is ours, short, of a fixed set, fit for logs and the grant's health. */
    record Unavailable(String code) implements RefreshOutcome {}

    /** The four final rows of the contract's table. */
    enum Refusal { REVOKED, REAUTH_REQUIRED, BLOCKED_BY_POLICY, CLIENT_REJECTED }
}
