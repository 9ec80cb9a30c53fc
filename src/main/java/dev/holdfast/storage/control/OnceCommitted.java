package dev.holdfast.storage.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Runs actions that may happen only after a commit: audit lines, counters, changes of what a node keeps in memory. An action
 * runs on the thread that committed, right after the commit; it never runs if the transaction is rolled back or times out.
 * Observers of {@code TransactionPhase.AFTER_SUCCESS} do not guarantee that: CDI calls them at once when the transaction is
 * no longer active (Jakarta CDI 4.0 section 2.8.5).
 */
@ApplicationScoped
public class OnceCommitted {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /**
     * Runs {@code told} once the current transaction is committed.
     *
     * @throws TransactionRequiredException if there is no transaction that can still be committed: the work of the caller is
     *         lost, and the caller has to stop
     */
    public void run(Runnable told) {
        int status = transactions.getTransactionStatus();
        if (status != Status.STATUS_ACTIVE) {
            throw new TransactionRequiredException("the transaction cannot be committed any more, its status is " + status);
        }
        transactions.registerInterposedSynchronization(new Told(told));
    }

    /** Same as {@link #run}, for acts that also happen outside of any transaction: {@code told} then runs at once. */
    public void runOrNow(Runnable told) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            told.run();
        } else {
            run(told);
        }
    }

    /**
     * An action after a commit. Its failure is logged and keeps no other action from running, because the commit has
     * happened.
     */
    private record Told(Runnable told) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // The action waits for the commit.
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
