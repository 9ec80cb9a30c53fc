package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;

/**
 * Reads any row: a reason that this version does not know, from a newer one or written by hand, is an end all the same,
 * and no row may keep the others from being read.
 */
@Converter
public class EndReasonText implements AttributeConverter<EndReason, String> {

    @Override
    public String convertToDatabaseColumn(EndReason reason) {
        return reason == null ? null : reason.name();
    }

    @Override
    public EndReason convertToEntityAttribute(String stored) {
        return stored == null ? null : Arrays.stream(EndReason.values())
                .filter(reason -> reason.name().equalsIgnoreCase(stored.strip()))
                .findFirst().orElse(EndReason.ENDED_ELSEWHERE);
    }
}
