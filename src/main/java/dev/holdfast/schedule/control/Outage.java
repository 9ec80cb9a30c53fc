package dev.holdfast.schedule.control;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Reports the first of several failures in a row, and then the first success, for work that is tried again all the time:
 * a database that is away for an hour makes two log lines and not thousands.
 */
public final class Outage {

    private final Consumer<Throwable> begins;
    private final Runnable ends;
    private final AtomicBoolean lasts = new AtomicBoolean();

    /** Reports no recovery. */
    public Outage(Consumer<Throwable> begins) {
        this(begins, () -> { });
    }

    /** Reports a failure to {@code begins}, and the recovery to {@code ends}. */
    public Outage(Consumer<Throwable> begins, Runnable ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** Takes in a failure, and reports it if it is the first one in a row. */
    public void failed(Throwable failure) {
        if (!lasts.getAndSet(true)) {
            begins.accept(failure);
        }
    }

    /** Takes in a success, and reports it if it follows a failure. Work that had nothing to do is no success. */
    public void over() {
        if (lasts.getAndSet(false)) {
            ends.run();
        }
    }
}
