package dev.holdfast.session.control;

import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionEnding;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Records the end of a session in its row. The timeline entry is part of the same transaction. The audit line, the
 * counter and this node's memory follow once it is committed. Of concurrent attempts to end a session, only one records
 * the end.
 */
@ApplicationScoped
@Transactional
class SessionEnds {

    @Inject SessionStore store;
    @Inject Timeline timeline;
    @Inject Event<EndedSession> endings;
    @Inject OnceCommitted committed;
    @Inject @DatabaseTime Clock clock;

    /** Ends a session. If it is already over by time or by a mark, that reason is recorded instead. */
    void end(Session session, EndReason reason) {
        Instant now = clock.instant();
        EndReason why = session.marked().orElse(reason);
        if (!endOverdue(session, now) && store.end(session.id(), why, now)) {
            timeline.record(told(session, why));
            remember(session.id(), why, now);
        }
    }

    /** Records an end by time, as of that time; true if this call did. The session's access tokens end too. */
    boolean endOverdue(Session session, Instant now) {
        Optional<EndReason> over = session.overByTimeAt(now);
        boolean recorded = over.filter(reason -> store.endOverdue(session, reason)).isPresent();
        if (recorded) {
            timeline.recordAt(told(session, over.get()), session.idleEndsAt());
            remember(session.id(), over.get(), session.idleEndsAt());
        }
        return recorded;
    }

    /** Ends a session because a spent token was presented. The reuse is reported once, by the call that ends the session. */
    void endReused(Session session, Activity reuse) {
        Instant now = clock.instant();
        if (store.end(session.id(), EndReason.TOKEN_REUSED, now)) {
            timeline.record(reuse);
            timeline.record(told(session, EndReason.TOKEN_REUSED));
            remember(session.id(), EndReason.TOKEN_REUSED, now);
        }
    }

    /** Ends a page of sessions under a mark, in the order of ids. For an erased account only the audit log is written. */
    void endPage(List<Session> page, SessionEnding ending) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Session> live = page.stream().sorted(Comparator.comparing(Session::id))
                .filter(session -> !endOverdue(session, now)).toList();
        if (live.isEmpty()) {
            return;
        }
        Set<UUID> ended = new HashSet<>(store.endAll(live.stream().map(Session::id).toList(), ending.reason(), now));
        live.stream().filter(session -> ended.contains(session.id())).forEach(session -> {
            tell(told(session, ending.reason()), ending);
            remember(session.id(), ending.reason(), now);
        });
    }

    private void tell(Activity end, SessionEnding ending) {
        Activity told = ending.origin().map(origin -> end.from(origin.address(), origin.userAgent())).orElse(end);
        if (ending.isErasing()) {
            timeline.audit(told);
        } else {
            timeline.record(told);
        }
    }

    private void remember(UUID sessionId, EndReason reason, Instant at) {
        committed.run(() -> endings.fire(new EndedSession(sessionId, reason, at)));
    }

    private static Activity told(Session session, EndReason reason) {
        return Activity.of(session.accountId().orElseThrow(), ActivityType.SESSION_ENDED).withReason(reason.code())
                .inSession(session.id()).from(session.address(), session.userAgent());
    }
}
