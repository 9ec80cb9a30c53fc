package dev.holdfast.custody.care;

import java.time.Duration;
import java.time.Instant;

/** When operators are warned that a time-limited grant is about to end: once for each end. */
public final class ExpiryWarning {

    public static final Duration WARNED_AHEAD = Duration.ofDays(3);

    /** Google states the end again in each answer, a little differently each time. */
    private static final Duration UNCERTAINTY = Duration.ofDays(1);

    private ExpiryWarning() {}

    /** Returns the time before which a warning was of an earlier end: it was too early for an end yet to come. */
    public static Instant warnedBefore(Instant now) {
        return now.minus(WARNED_AHEAD).minus(UNCERTAINTY);
    }
}
