package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;
import java.time.Instant;
import java.util.UUID;

/** A session that is over, with its reason: {@code ENDED_ELSEWHERE} if the row has none. */
public record EndedSession(UUID id, EndReason reason, Instant at) {

    public EndedSession {
        reason = reason == null ? EndReason.ENDED_ELSEWHERE : reason;
    }
}
