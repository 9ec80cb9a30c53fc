package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A position in the order of ended sessions, by end and then by id. All sessions up to it have been read. */
public record FeedPlace(Instant at, Optional<UUID> id) {

    /** Returns the position before every session that ended later than {@code time}. */
    public static FeedPlace after(Instant time) {
        return new FeedPlace(time, Optional.empty());
    }

    /** Returns the position directly after {@code last}. */
    public static FeedPlace after(EndedSession last) {
        return new FeedPlace(last.at(), Optional.of(last.id()));
    }

    public boolean isBehind(FeedPlace other) {
        return at.isBefore(other.at);
    }
}
