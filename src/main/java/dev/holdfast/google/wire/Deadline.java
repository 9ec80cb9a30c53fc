package dev.holdfast.google.wire;

import java.time.Duration;

/** The end of one piece of work, including all tries and pauses. */
public final class Deadline {

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Returns the earlier of this deadline and {@code patience} from now. */
    Deadline within(Duration patience) {
        Deadline other = in(patience);
        return other.endNanos - endNanos < 0 ? other : this;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** Whether its time is over. */
    public boolean hasPassed() {
        return left().isZero();
    }
}
