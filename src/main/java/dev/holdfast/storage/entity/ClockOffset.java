package dev.holdfast.storage.entity;

import java.time.Duration;
import java.time.Instant;

/** How far another clock is ahead of ours; negative if it is behind. */
public record ClockOffset(Duration ahead) {

    public static final ClockOffset NONE = new ClockOffset(Duration.ZERO);

    /** Less than the five seconds by which clocks may differ when tokens are checked. */
    private static final Duration ALARMING = Duration.ofSeconds(3);

    /**
     * Returns the offset after one query of the other clock. The true offset lies between the one seen from our answer and
     * the one seen from our question. The known offset stays if it lies there too, so that a slow answer does not make time
     * jump.
     */
    public ClockOffset after(Instant asked, Instant told, Instant answered) {
        Duration least = Duration.between(answered, told);
        Duration most = Duration.between(asked, told);
        if (ahead.compareTo(least) < 0) {
            return new ClockOffset(least);
        }
        return ahead.compareTo(most) > 0 ? new ClockOffset(most) : this;
    }

    /** Returns the time of the other clock at {@code ours}. */
    public Instant at(Instant ours) {
        return ours.plus(ahead);
    }

    public boolean isAlarming() {
        return ahead.abs().compareTo(ALARMING) > 0;
    }
}
