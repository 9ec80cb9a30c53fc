package dev.holdfast.google.control;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a call that has not moved on for as long as we are patient, counted from when it was wound last. */
final class Alarm implements Closeable {

    private final ScheduledExecutorService watch;
    private final Duration patience;
    private final Runnable end;
    private volatile Future<?> wound;
    private volatile boolean rung;

    Alarm(ScheduledExecutorService watch, Duration patience, Runnable end) {
        this.watch = watch;
        this.patience = patience;
        this.end = end;
        wind();
    }

    void wind() {
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
