package dev.holdfast.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** One batch of old entries of the audit trail, in a transaction of its own. */
@ApplicationScoped
class AuditRemoval {

    @Inject AuditStore store;

    /** How many there were, {@code most} at the most; another node may have removed some of them first. */
    @Transactional(TxType.REQUIRES_NEW)
    int removeBefore(Instant time, int most) {
        return store.removeBefore(time, most);
    }
}
