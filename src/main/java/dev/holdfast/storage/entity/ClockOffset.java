package dev.holdfast.storage.entity;

import java.time.Duration;
import java.time.Instant;

/** How far another clock is ahead of ours; negative if it is behind. */
public record ClockOffset(Duration ahead) {

    public static final ClockOffset NONE = new ClockOffset(Duration.ZERO);

    /** Less than the five seconds that tokens are allowed to differ. */
    private static final Duration ALARMING = Duration.ofSeconds(3);

    /**
     * After asking that clock once. The truth lies between its time seen from our question and from our answer; what was
     * known stays as long as that allows it, so that no slow answer makes time jump.
     */
    public ClockOffset after(Instant asked, Instant told, Instant answered) {
        Duration least = Duration.between(answered, told);
        Duration most = Duration.between(asked, told);
        if (ahead.compareTo(least) < 0) {
            return new ClockOffset(least);
        }
        return ahead.compareTo(most) > 0 ? new ClockOffset(most) : this;
    }

    /** The other clock's time when ours says that. */
    public Instant at(Instant ours) {
        return ours.plus(ahead);
    }

    public boolean isAlarming() {
        return ahead.abs().compareTo(ALARMING) > 0;
    }
}
