package dev.holdfast.google.entity;

import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a successful answer of the token endpoint brought (RFC 6749 section 5.1). The refresh token is absent on most
 * answers, and then the stored one stays; its expiry is present only where the person allowed access for a limited time.
 */
public record GrantedTokens(AccessToken accessToken, Optional<Secret> refreshToken,
        Optional<Instant> refreshTokenExpiresAt) {

    /** With the scopes that were {@code asked} for, if the answer did not tell which were granted. */
    public GrantedTokens orScopes(Set<String> asked) {
        return new GrantedTokens(accessToken.orScopes(asked), refreshToken, refreshTokenExpiresAt);
    }
}
