package dev.holdfast.schedule.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogThrottleTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private long now = Long.MAX_VALUE - 5;
    private final LogThrottle throttle = new LogThrottle(PAUSE, () -> now);

    @Test
    void isDueWhenAskedInOnePauseThenOnlyTheFirstTime() {
        assertTrue(throttle.isDue());
        now += PAUSE.toNanos() - 1;
        assertFalse(throttle.isDue());
    }

    @Test
    void isDueWhenThePauseIsOverThenOnceMore() {
        assertTrue(throttle.isDue());
        now += PAUSE.toNanos();
        assertTrue(throttle.isDue());
        assertFalse(throttle.isDue());
    }
}
