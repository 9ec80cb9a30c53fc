package dev.holdfast.google.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads {@code Retry-After} (RFC 9110 section 10.2.3), seconds or a date, and limits it to a second at least and an hour
 * at most.
 */
public final class RetryAfter {

    private static final Duration UNTOLD = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    public static Duration at(Instant now, Optional<String> header) {
        Duration told = header.flatMap(value -> parse(value.strip(), now)).orElse(UNTOLD);
        return told.compareTo(LEAST) < 0 ? LEAST : told.compareTo(MOST) > 0 ? MOST : told;
    }

    private static Optional<Duration> parse(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return HttpDate.parse(value).map(date -> Duration.between(now, date));
    }
}
