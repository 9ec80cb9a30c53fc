package dev.holdfast.google.token;

import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens of a successful answer of the token endpoint (RFC 6749 section 5.1). If the refresh token is absent, as in
 * most answers, the stored one stays in use. Its expiry is present only if the person allowed access for a limited time.
 */
public record GrantedTokens(AccessToken accessToken, Optional<Secret> refreshToken,
        Optional<Instant> refreshTokenExpiresAt) {

    /** Returns these tokens, with the scopes {@code known} from the request or the grant if the answer named none. */
    public GrantedTokens orScopes(Set<String> known) {
        return new GrantedTokens(accessToken.orScopes(known), refreshToken, refreshTokenExpiresAt);
    }
}
