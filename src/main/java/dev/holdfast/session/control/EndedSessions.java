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
 * A cache in this node's memory of the sessions that ended within the longest access token lifetime. It refuses their
 * access tokens without asking the database. Ends written by this node enter it on commit, those of other nodes through
 * the {@link RevocationFeed}. It keeps at most {@value #MOST} sessions, about 25 MB. If more end in that time, it drops
 * the earliest and refuses every access token issued up to then. The client refreshes once, and the session's row
 * decides.
 */
@ApplicationScoped
public class EndedSessions {

    static final int MOST = 200_000;

    /** How long an ended session is kept: no access token outlives its session by more than this. */
    static final Duration REMEMBERED = SessionConfig.LONGEST_ACCESS_LIFETIME.plus(AccessClaims.SKEW)
            .plus(Duration.ofMinutes(1));

    private final Map<UUID, EndedSession> ended = new ConcurrentHashMap<>();
    private volatile Instant forgottenUpTo = Instant.MIN;

    public Optional<EndReason> reasonOf(UUID sessionId) {
        return Optional.ofNullable(ended.get(sessionId)).map(EndedSession::reason);
    }

    /** Whether a session with an access token issued then may have ended and been dropped from this cache. */
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

    /** Returns the sessions that this node knows to have ended, in no order. */
    List<EndedSession> known() {
        return List.copyOf(ended.values());
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
