package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.AccessClaims;
import dev.holdfast.session.entity.EndedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that ended within one access token lifetime, on this node in memory: an access token of one of them is
 * refused without asking the database. Own endings are in it as soon as they are committed; those of other nodes come
 * by the feed.
 */
@ApplicationScoped
public class EndedSessions {

    /** No access token lives longer than this after its session's end. */
    static final Duration REMEMBERED = SessionConfig.LONGEST_ACCESS_LIFETIME.plus(AccessClaims.SKEW)
            .plus(Duration.ofMinutes(1));

    private final Map<UUID, EndedSession> ended = new ConcurrentHashMap<>();

    public Optional<EndReason> reasonOf(UUID sessionId) {
        return Optional.ofNullable(ended.get(sessionId)).map(EndedSession::reason);
    }

    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) EndedSession session) {
        ended.putIfAbsent(session.id(), session);
    }

    void remember(Collection<EndedSession> sessions) {
        sessions.forEach(session -> ended.putIfAbsent(session.id(), session));
    }

    void forgetBefore(Instant time) {
        ended.values().removeIf(session -> session.at().isBefore(time));
    }
}
