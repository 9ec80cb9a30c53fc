package dev.holdfast.storage.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stores instants as UTC timestamps cut to microseconds, so that both databases return what was stored, whatever the time
 * zone of the JVM. Without this converter EclipseLink stores a serialised object.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, LocalDateTime> {

    @Override
    public @Nullable LocalDateTime convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : toColumn(instant);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable LocalDateTime stored) {
        return stored == null ? null : fromColumn(stored);
    }

    /** Returns what a column stores for the instant. */
    public static LocalDateTime toColumn(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** Returns the instant that a column stores. */
    public static Instant fromColumn(LocalDateTime stored) {
        return stored.toInstant(ZoneOffset.UTC);
    }
}
