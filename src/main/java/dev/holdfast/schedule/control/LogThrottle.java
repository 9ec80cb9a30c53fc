package dev.holdfast.schedule.control;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Permits one log line in each pause, for events that a stranger can repeat at will or that come in great numbers. */
public final class LogThrottle {

    private final long pauseNanos;
    private final LongSupplier ticks;
    private final AtomicLong next;

    public LogThrottle(Duration pause) {
        this(pause, System::nanoTime);
    }

    LogThrottle(Duration pause, LongSupplier ticks) {
        pauseNanos = pause.toNanos();
        this.ticks = ticks;
        next = new AtomicLong(ticks.getAsLong());
    }

    /** Returns whether a line may be logged now; if so, the next pause begins. The first line may be logged at once. */
    public boolean isDue() {
        long due = next.get();
        long now = ticks.getAsLong();
        return now - due >= 0 && next.compareAndSet(due, now + pauseNanos);
    }
}
