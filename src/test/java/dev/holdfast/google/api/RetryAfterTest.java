package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"30 | 30", "0 | 1", "999999 | 3600", "soon | 5", "-3 | 5", " | 5",
        "Mon, 23 Nov 2026 12:00:40 GMT | 40", "Mon, 23 Nov 2026 11:00:00 GMT | 1", "Mon, 99 Nov 2026 | 5"})
    void atWhenToldInAnyWayThenBetweenASecondAndAnHour(String header, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), RetryAfter.at(NOW, Optional.ofNullable(header)));
    }
}
