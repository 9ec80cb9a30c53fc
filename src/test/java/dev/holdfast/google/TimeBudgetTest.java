package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

    private static final List<Duration> FROM_THE_INSIDE = List.of(TimeBudget.TRIES, TimeBudget.REFRESH, TimeBudget.CALLER,
            TimeBudget.ANSWER, TimeBudget.LEASE, TimeBudget.DISCARDED, TimeBudget.NODE_LOST);

    @Test
    void waitsWhenTheyAreWithinEachOtherThenTheInnerOneEndsFirst() {
        assertEquals(FROM_THE_INSIDE.stream().sorted().distinct().toList(), FROM_THE_INSIDE);
    }

    /** A proxy with a shorter wait would answer before Holdfast does. */
    @Test
    void proxyWhenItWaitsForAnAnswerThenLongerThanHoldfastTakes() throws IOException {
        List<Long> waits = Pattern.compile("proxy_read_timeout (\\d+)s").matcher(Files.readString(Path.of("docs/deploy/nginx.conf")))
                .results().map(found -> Long.parseLong(found.group(1))).toList();

        assertTrue(waits.size() >= 4, waits::toString);
        long longest = Math.max(TimeBudget.ANSWER.toSeconds(), TimeBudget.CONNECTION.toSeconds());
        assertTrue(waits.stream().allMatch(seconds -> seconds > longest), waits::toString);
    }
}
