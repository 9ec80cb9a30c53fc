package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final UUID ADA = UUID.randomUUID();

    private long now = 5;
    private final RateLimit budget = new RateLimit(() -> now);

    @Test
    void takeWhenTheMinuteIsSpentThenTheRestOfItIsToBeWaitedFor() {
        assertEquals(Optional.empty(), budget.take(ADA, "calendar", 2));
        now += Duration.ofSeconds(20).toNanos();
        assertEquals(Optional.empty(), budget.take(ADA, "calendar", 2));

        assertEquals(Optional.of(Duration.ofSeconds(40)), budget.take(ADA, "calendar", 2));
        now += Duration.ofSeconds(40).toNanos();
        assertEquals(Optional.empty(), budget.take(ADA, "calendar", 2));
    }

    @Test
    void takeWhenAnotherPersonOrApiAsksThenEachHasItsOwn() {
        budget.take(ADA, "calendar", 1);

        assertEquals(Optional.empty(), budget.take(ADA, "people", 1));
        assertEquals(Optional.empty(), budget.take(UUID.randomUUID(), "calendar", 1));
        assertTrue(budget.take(ADA, "calendar", 1).isPresent());
    }

    @Test
    void takeWhenMinutesAreOverThenTheyAreForgotten() {
        for (int person = 0; person < 1000; person++) {
            budget.take(UUID.randomUUID(), "calendar", 1);
        }
        now += Duration.ofMinutes(1).toNanos();

        budget.take(ADA, "calendar", 1);

        assertEquals(1, budget.remembered());
    }

    @Test
    void takeWhenThereAreTooManyPeopleThenMemoryStaysBounded() {
        for (int person = 0; person < RateLimit.MOST_REMEMBERED + 100; person++) {
            budget.take(UUID.randomUUID(), "calendar", 1);
        }

        assertEquals(RateLimit.MOST_REMEMBERED, budget.remembered());
    }
}
