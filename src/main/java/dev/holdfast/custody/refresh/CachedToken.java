package dev.holdfast.custody.refresh;

import dev.holdfast.google.token.AccessToken;
import java.time.Instant;

/**
 * A token in this node's memory: the version of the grant it belongs to, and from when on a refresh ahead of its end may
 * be started again.
 */
record CachedToken(AccessToken token, long version, Instant notBefore) {

    static CachedToken of(AccessToken token, long version) {
        return new CachedToken(token, version, Instant.EPOCH);
    }

    boolean mayTryAt(Instant now) {
        return !now.isBefore(notBefore);
    }

    CachedToken notBefore(Instant time) {
        return new CachedToken(token, version, time);
    }

    boolean holds(AccessToken other) {
        return token.value().equals(other.value());
    }
}
