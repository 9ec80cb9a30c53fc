package dev.holdfast.custody.care;

import java.time.Duration;
import java.time.Instant;

/** The time from the granting until the grant was found dead, or until Google says that it ends. */
public record LifeSpan(Instant granted, Instant ended) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FOUND_WITHIN = Duration.ofDays(1);
    private static final Duration IMPRECISION = Duration.ofMinutes(10);

    /**
     * Returns whether it lasted seven days, as all grants do while the consent screen is in "Testing". The next use after
     * them finds the end.
     */
    public boolean isOfTesting() {
        Duration lived = Duration.between(granted, ended);
        return lived.compareTo(WEEK.minus(IMPRECISION)) >= 0 && lived.compareTo(WEEK.plus(FOUND_WITHIN)) <= 0;
    }
}
