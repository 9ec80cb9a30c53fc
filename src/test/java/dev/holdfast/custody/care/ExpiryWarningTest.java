package dev.holdfast.custody.care;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiryWarningTest {

    private static final Instant END = Instant.parse("2026-11-23T12:00:00Z");

    /** The earliest possible warning of an end, also of one that Google moves by a few seconds each time. */
    private static final Instant WARNED = END.minus(ExpiryWarning.WARNED_AHEAD).minusSeconds(30);

    @Test
    void warnedBeforeWhenTheEndIsYetToComeThenItsOwnWarningCounts() {
        assertFalse(WARNED.isBefore(ExpiryWarning.warnedBefore(WARNED)));
        assertFalse(WARNED.isBefore(ExpiryWarning.warnedBefore(END.minusMillis(1))));
    }

    @Test
    void warnedBeforeWhenTheNextEndIsNearThenThePreviousWarningDoesNot() {
        Instant nextEnd = END.plus(Duration.ofDays(7));

        assertTrue(WARNED.isBefore(ExpiryWarning.warnedBefore(nextEnd.minus(ExpiryWarning.WARNED_AHEAD))));
    }
}
