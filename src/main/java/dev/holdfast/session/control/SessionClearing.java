package dev.holdfast.session.control;

import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of the clean-up, each in its own transaction. Each step skips what another node has already done. */
@ApplicationScoped
class SessionClearing {

    @Inject SessionStore store;
    @Inject Sessions sessions;

    /** Returns at most {@code most} sessions that are due for the sweep, after {@code last} in its order. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Session> dueAfter(Optional<Session> last, Instant now, int most) {
        return store.toSweep(last, now, most);
    }

    /**
     * Records the end of an overdue session; true if this call did. If the session has been used since, the sweep returns
     * when its time is up. Each session has its own transaction, so that the sweep never deadlocks with a transaction
     * that locks several sessions in another order.
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean sweep(Session session, Instant now) {
        boolean recorded = sessions.endOverdue(session, now);
        if (!recorded) {
            store.sweepLater(session.id());
        }
        return recorded;
    }

    @Transactional(TxType.REQUIRES_NEW)
    int removeEndedBefore(Instant time, int most) {
        return store.removeEndedBefore(time, most);
    }
}
