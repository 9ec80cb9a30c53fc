package dev.holdfast.google.token;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Scopes;
import java.time.Instant;
import java.util.Set;

/**
 * A Google access token (RFC 6749 section 1.4) with its lifetime and the scopes that Google says were granted
 * (normalised, see {@link Scopes}). An empty set means that the answer named none: the scopes are then those of the
 * request or the grant (RFC 6749 section 5.1). {@code toString} shows no token.
 */
public record AccessToken(Secret value, Set<String> scopes, Instant issuedAt, Instant expiresAt) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /** Returns this token, with the scopes {@code known} from the request or the grant if the answer named none. */
    public AccessToken orScopes(Set<String> known) {
        return scopes.isEmpty() ? new AccessToken(value, Scopes.normalise(known), issuedAt, expiresAt) : this;
    }
}
