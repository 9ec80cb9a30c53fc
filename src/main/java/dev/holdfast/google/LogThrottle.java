package dev.holdfast.google;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Permits one log line in each pause, for events that a stranger can repeat at will. */
public final class LogThrottle {

    private final long pauseNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    public LogThrottle(Duration pause) {
        pauseNanos = pause.toNanos();
    }

    public boolean isDue() {
        long due = next.get();
        long now = System.nanoTime();
        return now - due >= 0 && next.compareAndSet(due, now + pauseNanos);
    }
}
