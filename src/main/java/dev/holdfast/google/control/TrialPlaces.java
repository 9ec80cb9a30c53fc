package dev.holdfast.google.control;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many refresh tokens that failed before may be tried again at the same time: few, so that they never take the room of
 * the others. Who fails once more keeps its place for a second, so that Google in an outage is asked a few times a second
 * on each node, however many wait; who succeeds makes room at once.
 */
final class TrialPlaces {

    private static final int PLACES = 16;

    private static final Executor A_SECOND_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Runnable::run);

    private final Semaphore free = new Semaphore(PLACES);

    boolean take() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }

    void leaveLater() {
        A_SECOND_LATER.execute(free::release);
    }
}
