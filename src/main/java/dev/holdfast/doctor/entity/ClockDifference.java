package dev.holdfast.doctor.entity;

import java.time.Duration;

/** How far another clock is ahead of ours, and what that means where tokens are checked by it. */
public record ClockDifference(Duration ahead) {

    /** A {@code Date} header is to the second, and an answer takes its time. */
    private static final Duration BORNE = Duration.ofSeconds(5);

    /** ID tokens are refused beyond this. */
    private static final Duration REFUSED = Duration.ofSeconds(60);

    public Verdict verdict() {
        Duration apart = ahead.abs();
        if (apart.compareTo(BORNE) <= 0) {
            return Verdict.FINE;
        }
        return apart.compareTo(REFUSED) < 0 ? Verdict.WARNING : Verdict.TROUBLE;
    }
}
