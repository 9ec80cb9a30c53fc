package dev.holdfast.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Removes one batch of old activity, in a transaction of its own. */
@ApplicationScoped
class ActivityRemoval {

    @Inject AccountStore store;

    /** Returns how many events it found, at most {@code most}; another node may have removed some of them first. */
    @Transactional(TxType.REQUIRES_NEW)
    int removeBefore(Instant time, int most) {
        return store.removeActivityBefore(time, most);
    }
}
