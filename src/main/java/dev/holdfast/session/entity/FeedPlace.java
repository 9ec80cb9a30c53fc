package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How far the ended sessions have been read, in the order of their end and then of their id. */
public record FeedPlace(Instant at, Optional<UUID> id) {

    /** Whatever ended later than that. */
    public static FeedPlace after(Instant time) {
        return new FeedPlace(time, Optional.empty());
    }

    /** Whatever comes after this one. */
    public static FeedPlace after(EndedSession last) {
        return new FeedPlace(last.at(), Optional.of(last.id()));
    }

    public boolean isBehind(FeedPlace other) {
        return at.isBefore(other.at);
    }
}
