package dev.holdfast.crypto.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The plan by which keys of one purpose follow each other.
 *
 * @param algorithm JWS algorithm name (RFC 7518): ES256, RS256 or HS256
 * @param signsFor how long a key signs before its successor takes over
 * @param tokenLifetime the longest life of a token, for which a key is served after its last signature
 */
public record KeyPlan(KeyPurpose purpose, String algorithm, Duration signsFor, Duration tokenLifetime) {

    private static final Duration MOST_AHEAD = Duration.ofHours(1);

    /** How long a key is published before it signs, so that every verifier knows it in time. */
    public Duration publishedAhead() {
        Duration half = signsFor.dividedBy(2);
        return half.compareTo(MOST_AHEAD) < 0 ? half : MOST_AHEAD;
    }

    /** Returns the time from which the key after {@code last} signs; empty if it is too early to make that key. */
    public Optional<Instant> successorSignsFrom(SigningKey last, Instant now) {
        Instant soonest = now.plus(publishedAhead());
        if (!last.algorithm().equals(algorithm)) {
            return Optional.of(soonest);
        }
        Instant due = last.inUseSince().plus(signsFor);
        return due.isAfter(soonest) ? Optional.empty() : Optional.of(due.isAfter(now) ? due : soonest);
    }
}
