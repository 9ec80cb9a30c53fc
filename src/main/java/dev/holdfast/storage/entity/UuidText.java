package dev.holdfast.storage.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/**
 * Converts UUIDs that may be null: EclipseLink's own conversion fails when it reads null from a character column. Derby
 * returns text, PostgreSQL a UUID; both accept text.
 */
@Converter
public class UuidText implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public UUID convertToEntityAttribute(Object stored) {
        return stored == null || stored instanceof UUID ? (UUID) stored : UUID.fromString(stored.toString().strip());
    }
}
