package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

    private static final Instant FAILED = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void endWhenManyFailTogetherThenTheyComeBackOneAfterTheOther() {
        List<Instant> ends = Stream.generate(UUID::randomUUID).limit(1_000)
                .map(account -> RetryPause.end(account, FAILED, TEN_SECONDS)).toList();

        assertTrue(ends.stream().noneMatch(end -> end.isBefore(FAILED.plus(TEN_SECONDS))));
        assertTrue(ends.stream().allMatch(end -> end.isBefore(FAILED.plusSeconds(15))));
        for (int second = 10; second < 15; second++) {
            Instant from = FAILED.plusSeconds(second);
            long inIt = ends.stream().filter(end -> !end.isBefore(from) && end.isBefore(from.plusSeconds(1))).count();
            assertTrue(inIt > 100 && inIt < 300, () -> inIt + " of 1000 in one second of five");
        }
    }

    @Test
    void endWhenAskedOnAnotherNodeThenItIsTheSame() {
        UUID account = UUID.fromString("0f0e0d0c-0b0a-0908-0706-050403020100");

        assertEquals(RetryPause.end(account, FAILED, TEN_SECONDS), RetryPause.end(UUID.fromString(account.toString()),
                Instant.parse(FAILED.toString()), TEN_SECONDS));
        assertEquals(Instant.parse("2026-11-23T12:00:12.968456Z"), RetryPause.end(account, FAILED, TEN_SECONDS));
    }
}
