package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that is over, with its reason: {@code ENDED_ELSEWHERE} if the row has none. */
public record EndedSession(UUID id, EndReason reason, Instant at) {

    public EndedSession {
        // A query that makes one of a row passes null.
        reason = told(reason);
    }

    /** Returns the reason that a row is told with. */
    static EndReason told(@Nullable EndReason recorded) {
        return recorded == null ? EndReason.ENDED_ELSEWHERE : recorded;
    }
}
