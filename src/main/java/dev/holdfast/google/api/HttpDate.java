package dev.holdfast.google.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Parses dates in headers (RFC 9110 section 5.6.7), in the only form that is still sent. */
public final class HttpDate {

    private HttpDate() {}

    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException rubbish) {
            return Optional.empty();
        }
    }
}
