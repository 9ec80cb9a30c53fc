package dev.holdfast.google.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * How many refresh tokens that failed before may be tried again at the same time: few while they go on failing, so that they
 * never take the room of the others, and as many as of the others once one has succeeded. Who fails once more keeps its place
 * for a second, so that Google in an outage is asked a few times a second on each node, however many wait; who succeeds makes
 * room at once.
 */
final class TrialPlaces {

    private static final int WHILE_FAILING = 16;
    private static final int AFTER_SUCCESS = 48;

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

    /** After a success, or without a try. */
    synchronized void leave() {
        taken--;
    }

    synchronized void succeeded() {
        most = AFTER_SUCCESS;
    }

    synchronized void leaveLater() {
        most = WHILE_FAILING;
        A_SECOND_LATER.execute(this::leave);
    }
}
