package dev.holdfast.custody.refresh;

import dev.holdfast.google.token.AccessToken;
import java.time.Instant;

/** A token in this node's cache, with the version of its grant and the earliest time at which a refresh ahead may start. */
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
