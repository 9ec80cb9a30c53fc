package dev.holdfast.session.control;

import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** One batch of clearing up, in a transaction of its own; what another node did first is passed over. */
@ApplicationScoped
class SessionClearing {

    /** How many sessions a batch has looked at, and how many ends it recorded. */
    record Page(int seen, long recorded) {}

    @Inject SessionStore store;
    @Inject Sessions sessions;

    /** Those that were used since are looked at again when their time is up. All nodes take the rows in the order of ids. */
    @Transactional(TxType.REQUIRES_NEW)
    Page recordOverdue(Instant now, int most) {
        List<Session> due = store.toSweep(now, most).stream().sorted(Comparator.comparing(Session::id)).toList();
        return new Page(due.size(), due.stream().filter(session -> sweep(session, now)).count());
    }

    private boolean sweep(Session session, Instant now) {
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
