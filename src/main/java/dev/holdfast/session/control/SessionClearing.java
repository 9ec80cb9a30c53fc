package dev.holdfast.session.control;

import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of clearing up, each in a transaction of its own; what another node did first is passed over. */
@ApplicationScoped
class SessionClearing {

    @Inject SessionStore store;
    @Inject Sessions sessions;

    /** Those that the sweep is to look at, after that one, {@code most} at the most. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Session> dueAfter(Optional<Session> last, Instant now, int most) {
        return store.toSweep(last, now, most);
    }

    /**
     * True if its end has been recorded. One that was used meanwhile is looked at again when its time is up. A transaction
     * for each: people use these sessions, and whoever ends several of them locks them in an order of their own.
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
