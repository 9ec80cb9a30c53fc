package dev.holdfast.storage.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conclusions from one question for the time of another clock. */
class ClockOffsetTest {

    private static final Instant ASKED = Instant.parse("2026-11-23T12:00:00Z");

    /** The answer came a second after the question; the other clock was that far ahead when it was asked. */
    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0.5S, PT0S",
        "PT0S, PT1S, PT0S",
        "PT0S, PT10S, PT9S",
        "PT0S, PT-10S, PT-10S",
        "PT9.4S, PT10S, PT9.4S",
        "PT60S, PT10S, PT10S",
        "PT-60S, PT-10S, PT-11S"})
    void afterWhenAskedThenItChangesOnlyAsFarAsItMust(Duration known, Duration told, Duration expected) {
        ClockOffset measured = new ClockOffset(known).after(ASKED, ASKED.plus(told), ASKED.plusSeconds(1));

        assertEquals(expected, measured.ahead());
    }

    @Test
    void afterWhenAskedManyTimesThenTheQuickestAnswerCounts() {
        Duration truth = Duration.ofMillis(-7_300);
        ClockOffset offset = ClockOffset.NONE;
        for (long millis : new long[] {900, 2, 5_000, 40}) {
            Instant answered = ASKED.plusMillis(millis);
            offset = offset.after(ASKED, ASKED.plusMillis(millis / 2).plus(truth), answered);
        }
        assertEquals(truth.toMillis(), offset.ahead().toMillis(), 1);
        assertEquals(ASKED.plus(offset.ahead()), offset.at(ASKED));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT3S, false", "PT3.001S, true", "PT-3.001S, true", "PT-2H, true"})
    void isAlarmingWhenFurtherOffThanTokensBearThenTrue(Duration ahead, boolean alarming) {
        assertEquals(alarming, new ClockOffset(ahead).isAlarming());
    }
}
