package dev.holdfast.google.token;

import dev.holdfast.google.Capacity;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many refresh tokens that failed before are tried again at once: few while they keep failing, so that they
 * never take the capacity of others, and as many as of the others after one success. After a failure, the place stays
 * taken for a second: in an outage each node asks Google only a few times a second, however many wait. After a success,
 * the place is free at once.
 */
final class TrialPlaces {

    private static final int WHILE_FAILING = 16;

    private static final Executor A_SECOND_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Runnable::run);

    private int most = WHILE_FAILING;
    private int taken;

    synchronized boolean take() {
        if (taken >= most) {
            return false;
        }
        taken++;
        return true;
    }

    /** Frees the place of a try that succeeded or was never made. */
    synchronized void leave() {
        taken--;
    }

    synchronized void succeeded() {
        most = Capacity.FURTHER_TRIES;
    }

    synchronized void leaveLater() {
        most = WHILE_FAILING;
        A_SECOND_LATER.execute(this::leave);
    }
}
