package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.AccessClaims;
import dev.holdfast.session.entity.EndedSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that ended within one access token lifetime, on this node in memory: an access token of one of them is
 * refused without asking the database. Own endings are in it as soon as they are committed; those of other nodes come
 * by the feed. At most {@value #MOST} are kept, about 25 MB. Should more end in so short a time, the earliest are
 * forgotten, and every access token that old is refused instead: its holder refreshes once, and the row decides.
 */
@ApplicationScoped
public class EndedSessions {

    static final int MOST = 200_000;

    /** No access token lives longer than this after its session's end. */
    static final Duration REMEMBERED = SessionConfig.LONGEST_ACCESS_LIFETIME.plus(AccessClaims.SKEW)
            .plus(Duration.ofMinutes(1));

    private final Map<UUID, EndedSession> ended = new ConcurrentHashMap<>();
    private volatile Instant forgottenUpTo = Instant.MIN;

    public Optional<EndReason> reasonOf(UUID sessionId) {
        return Optional.ofNullable(ended.get(sessionId)).map(EndedSession::reason);
    }

    /** Whether a session with an access token issued then may have ended without being kept in mind here. */
    public boolean mayHaveForgotten(Instant issuedAt) {
        return !issuedAt.isAfter(forgottenUpTo);
    }

    void remember(@Observes EndedSession session) {
        if (session.at().isAfter(forgottenUpTo)) {
            ended.putIfAbsent(session.id(), session);
            makeRoom();
        }
    }

    void remember(Collection<EndedSession> sessions) {
        sessions.forEach(this::remember);
    }

    void forgetBefore(Instant time) {
        ended.values().removeIf(session -> session.at().isBefore(time));
    }

    int size() {
        return ended.size();
    }

    private synchronized void makeRoom() {
        if (ended.size() > MOST) {
            List<Instant> ends = ended.values().stream().map(EndedSession::at).sorted().toList();
            Instant upTo = ends.get(ends.size() / 4);
            forgottenUpTo = upTo;
            ended.values().removeIf(session -> !session.at().isAfter(upTo));
            SessionLog.endingsForgotten(upTo);
        }
    }
}
