package dev.holdfast.custody.care;

import java.time.Duration;
import java.time.Instant;

/** When operators are told that a grant for a limited time is about to end: once for each such time. */
public final class ExpiryWarning {

    public static final Duration WARNED_AHEAD = Duration.ofDays(3);

    /** Google tells the end anew with each answer, a little differently each time. */
    private static final Duration UNCERTAINTY = Duration.ofDays(1);

    private ExpiryWarning() {}

    /** A warning given before this was of another time: for an end yet to come it would have been too early. */
    public static Instant warnedBefore(Instant now) {
        return now.minus(WARNED_AHEAD).minus(UNCERTAINTY);
    }
}
