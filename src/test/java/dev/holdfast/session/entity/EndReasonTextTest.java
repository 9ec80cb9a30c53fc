package dev.holdfast.session.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.account.entity.EndReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EndReasonTextTest {

    private final EndReasonText text = new EndReasonText();

    @ParameterizedTest
    @EnumSource
    void convertWhenAReasonThenItComesBack(EndReason reason) {
        assertEquals(reason, text.convertToEntityAttribute(text.convertToDatabaseColumn(reason)));
    }

    /** Written by hand, or by a newer version. */
    @ParameterizedTest
    @CsvSource({"idle, IDLE", "ended_elsewhere, ENDED_ELSEWHERE", "OF_ANOTHER_VERSION, ENDED_ELSEWHERE", "'', ENDED_ELSEWHERE"})
    void convertWhenWrittenOtherwiseThenStillAnEnd(String stored, EndReason read) {
        assertEquals(read, text.convertToEntityAttribute(stored));
    }

    @Test
    void convertWhenLiveThenNone() {
        assertNull(text.convertToEntityAttribute(null));
        assertNull(text.convertToDatabaseColumn(null));
    }
}
