package dev.holdfast.google;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one thing through in a while: for log lines about what a stranger can repeat as often as they like. */
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
