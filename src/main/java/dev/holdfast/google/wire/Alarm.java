package dev.holdfast.google.wire;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a call that makes no progress for too long; each winding restarts the time. */
final class Alarm implements Closeable {

    private final ScheduledExecutorService watch;
    private final Duration pause;
    private final Duration head;
    private final Runnable end;
    private volatile Future<?> wound;
    private volatile boolean rung;

    /**
     * Starts the time for the head. {@code pause}: between two pieces of a body; {@code head}: for connecting and for the
     * head of the answer.
     */
    Alarm(ScheduledExecutorService watch, Duration pause, Duration head, Runnable end) {
        this.watch = watch;
        this.pause = pause;
        this.head = head;
        this.end = end;
        wind(head);
    }

    void wind() {
        wind(pause);
    }

    void windForHead() {
        wind(head);
    }

    private void wind(Duration patience) {
        wound = watch.schedule(this::ring, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void rest() {
        wound.cancel(false);
    }

    boolean hasRung() {
        return rung;
    }

    private void ring() {
        rung = true;
        end.run();
    }

    @Override
    public void close() {
        rest();
    }
}
