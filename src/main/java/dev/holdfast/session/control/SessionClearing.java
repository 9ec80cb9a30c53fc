package dev.holdfast.session.control;

import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One batch of clearing up, in a transaction of its own; what another node did first is passed over. */
@ApplicationScoped
class SessionClearing {

    /** How far a batch has come, and how many ends it recorded. */
    record Page(UUID last, long recorded) {}

    @Inject SessionStore store;
    @Inject Sessions sessions;

    /** Empty if there are none left after that id. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Page> recordOverdueAfter(UUID id, Instant now, int most) {
        List<Session> overdue = store.overdueAfter(id, now, most);
        long recorded = overdue.stream().filter(session -> sessions.endOverdue(session, now)).count();
        return overdue.isEmpty() ? Optional.empty() : Optional.of(new Page(overdue.get(overdue.size() - 1).id(), recorded));
    }

    @Transactional(TxType.REQUIRES_NEW)
    int removeEndedBefore(Instant time, int most) {
        return store.removeEndedBefore(time, most);
    }
}
