package dev.holdfast.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Removals from the audit trail, each batch in a transaction of its own. */
@ApplicationScoped
class AuditRemoval {

    @Inject AuditStore store;

    /** Returns how many entries it found, at most {@code most}; another node may have removed some of them first. */
    @Transactional(TxType.REQUIRES_NEW)
    int removeBefore(Instant time, int most) {
        return store.removeBefore(time, most);
    }

    /** Clears the origin in at most {@code most} of this person's entries that have one, and returns their number. */
    @Transactional(TxType.REQUIRES_NEW)
    int forgetOriginsOf(UUID admin, int most) {
        return store.forgetOriginsOf(admin, most);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> erasedWithOrigins(int most) {
        return store.erasedWithOrigins(most);
    }
}
