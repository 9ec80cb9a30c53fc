package dev.holdfast.storage.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Runs what may happen only if a transaction was committed: audit lines, counters, what a node keeps in memory. It runs on
 * the thread that committed, right after the commit; it never runs if the transaction is rolled back or timed out.
 * Observers of {@code TransactionPhase.AFTER_SUCCESS} do not promise that: CDI calls them at once when the transaction is
 * no longer active (Jakarta CDI 4.0 section 2.8.5).
 */
@ApplicationScoped
public class OnceCommitted {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /**
     * Runs {@code told} once the current transaction is committed.
     *
     * @throws TransactionRequiredException if there is no transaction that can still be committed; the caller's work is lost
     *         then, and going on with it would be in vain
     */
    public void run(Runnable told) {
        int status = transactions.getTransactionStatus();
        if (status != Status.STATUS_ACTIVE) {
            throw new TransactionRequiredException("the transaction cannot be committed any more, its status is " + status);
        }
        transactions.registerInterposedSynchronization(new Told(told));
    }

    /** As {@link #run}, for acts that also happen outside of any transaction: then at once. */
    public void runOrNow(Runnable told) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            told.run();
        } else {
            run(told);
        }
    }

    /** What fails to be told is logged and keeps nothing else from being told: what it tells of has happened. */
    private record Told(Runnable told) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Only what was committed counts.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                try {
                    told.run();
                } catch (RuntimeException broken) {
                    StorageLog.notToldAfterCommit(broken);
                }
            }
        }
    }
}
