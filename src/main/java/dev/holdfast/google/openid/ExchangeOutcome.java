package dev.holdfast.google.openid;

import dev.holdfast.google.token.GrantedTokens;

/** The outcome of the exchange of an authorization code (RFC 6749 section 4.1.3, OpenID Connect Core section 3.1.3). */
public sealed interface ExchangeOutcome {

    record Exchanged(VerifiedIdToken idToken, GrantedTokens tokens) implements ExchangeOutcome {}

    record Refused(Refusal refusal) implements ExchangeOutcome {}

    record Unavailable() implements ExchangeOutcome {}

    /** This node has as many exchanges under way as it permits: Google was not asked, and the code is not spent. */
    record TurnedAway() implements ExchangeOutcome {}

    enum Refusal {
        /** Google calls the code spent or invalid ({@code invalid_grant}). */
        CODE_SPENT,
        CLIENT_REJECTED,
        /** The ID token is missing or fails verification. */
        ID_TOKEN_INVALID,
        OTHER
    }
}
