package dev.holdfast.google.token;

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

    /** With the scopes {@code known} from the request or the grant, if the answer did not tell. */
    public GrantedTokens orScopes(Set<String> known) {
        return new GrantedTokens(accessToken.orScopes(known), refreshToken, refreshTokenExpiresAt);
    }
}
