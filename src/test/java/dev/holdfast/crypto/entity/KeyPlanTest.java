package dev.holdfast.crypto.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPlanTest {

    private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
    private static final KeyPlan PLAN =
            new KeyPlan(KeyPurpose.ACCESS, "ES256", Duration.ofDays(30), Duration.ofMinutes(10));

    @Test
    void successorSignsFromWhenTheKeyIsYoungThenNone() {
        assertEquals(Optional.empty(), PLAN.successorSignsFrom(key("ES256", MADE), MADE.plus(Duration.ofDays(29))));
    }

    @Test
    void successorSignsFromWhenDueSoonThenPublishedAhead() {
        Instant due = MADE.plus(Duration.ofDays(30));

        assertEquals(Optional.of(due), PLAN.successorSignsFrom(key("ES256", MADE), due.minus(Duration.ofHours(1))));
        assertEquals(Optional.empty(), PLAN.successorSignsFrom(key("ES256", MADE), due.minus(Duration.ofMinutes(61))));
    }

    /** An overdue key, because no server ran, is still published before it signs. */
    @Test
    void successorSignsFromWhenOverdueThenPublishedAheadAllTheSame() {
        Instant late = MADE.plus(Duration.ofDays(90));

        assertEquals(Optional.of(late.plus(Duration.ofHours(1))), PLAN.successorSignsFrom(key("ES256", MADE), late));
    }

    @Test
    void successorSignsFromWhenTheAlgorithmIsAnotherThenAsSoonAsPublished() {
        assertEquals(Optional.of(MADE.plus(Duration.ofHours(1))), PLAN.successorSignsFrom(key("RS256", MADE), MADE));
    }

    /** The first key signs without a start date, and is not overdue because of that. */
    @Test
    void successorSignsFromWhenTheFirstKeyThenCountedFromItsMaking() {
        assertEquals(Optional.empty(), PLAN.successorSignsFrom(key("ES256", Instant.EPOCH), MADE.plusSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"P30D, PT1H", "PT2H, PT1H", "PT1H, PT30M", "PT10S, PT5S"})
    void publishedAheadWhenKeysAreShortLivedThenHalfTheirTime(Duration signsFor, Duration ahead) {
        assertEquals(ahead, new KeyPlan(KeyPurpose.ACCESS, "ES256", signsFor, Duration.ZERO).publishedAhead());
    }

    private static SigningKey key(String algorithm, Instant signsFrom) {
        return new SigningKey("kid", KeyPurpose.ACCESS, algorithm, new byte[0], MADE, signsFrom);
    }
}
