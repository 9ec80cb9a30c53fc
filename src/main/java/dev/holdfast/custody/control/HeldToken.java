package dev.holdfast.custody.control;

import dev.holdfast.google.entity.AccessToken;
import java.time.Instant;

/** A token in this node's memory, and from when on a refresh ahead of its end may be started again. */
record HeldToken(AccessToken token, Instant notBefore) {

    boolean mayTryAt(Instant now) {
        return !now.isBefore(notBefore);
    }

    HeldToken notBefore(Instant time) {
        return new HeldToken(token, time);
    }

    boolean holds(AccessToken other) {
        return token.value().equals(other.value());
    }
}
