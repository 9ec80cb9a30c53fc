package dev.holdfast.storage.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts UUIDs that may be null: EclipseLink's own conversion fails when it reads null from a character column. Derby
 * returns text, PostgreSQL a UUID; both accept text.
 */
@Converter
public class UuidText implements AttributeConverter<UUID, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object stored) {
        return stored == null || stored instanceof UUID ? (UUID) stored : UUID.fromString(stored.toString().strip());
    }
}
