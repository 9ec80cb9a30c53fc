package dev.holdfast.google.token;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lifetimes in seconds from an answer: numbers, numbers as strings, or anything else. */
final class Lifetimes {

    private static final Duration UNTOLD = Duration.ofMinutes(5);
    private static final Duration LONGEST_ACCESS = Duration.ofDays(1);
    private static final Duration LONGEST_REFRESH = Duration.ofDays(3650);
    private static final int LONGEST_NUMBER = 32;

    private Lifetimes() {}

    /** Returns the lifetime told, at most a day; five minutes if the answer tells nothing usable. */
    static Duration ofAccessToken(@Nullable Object seconds) {
        return parse(seconds, LONGEST_ACCESS).orElse(UNTOLD);
    }

    static Optional<Duration> ofRefreshToken(@Nullable Object seconds) {
        return parse(seconds, LONGEST_REFRESH);
    }

    private static Optional<Duration> parse(@Nullable Object seconds, Duration most) {
        String text = seconds instanceof Number || seconds instanceof String ? seconds.toString() : "";
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            BigDecimal told = new BigDecimal(text.strip());
            if (told.compareTo(BigDecimal.ONE) < 0) {
                return Optional.empty();
            }
            return Optional.of(Duration.ofSeconds(told.min(BigDecimal.valueOf(most.toSeconds())).longValue()));
        } catch (NumberFormatException rubbish) {
            return Optional.empty();
        }
    }
}
