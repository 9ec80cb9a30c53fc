package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Converts an end reason to and from its column. An unknown reason, from a newer version or written by hand, reads as
 * {@code ENDED_ELSEWHERE}, so that every row stays readable.
 */
@Converter
public class EndReasonText implements AttributeConverter<EndReason, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable EndReason reason) {
        return reason == null ? null : reason.name();
    }

    @Override
    public @Nullable EndReason convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : Arrays.stream(EndReason.values())
                .filter(reason -> reason.name().equalsIgnoreCase(stored.strip()))
                .findFirst().orElse(EndReason.ENDED_ELSEWHERE);
    }
}
