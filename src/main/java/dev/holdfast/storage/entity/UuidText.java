package dev.holdfast.storage.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** For UUIDs that may be null: EclipseLink's own conversion fails on reading null from a character column. */
@Converter
public class UuidText implements AttributeConverter<UUID, String> {

    @Override
    public String convertToDatabaseColumn(UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public UUID convertToEntityAttribute(String stored) {
        return stored == null ? null : UUID.fromString(stored.strip());
    }
}
