package dev.holdfast.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void parseWhenNothingIsAskedThenTwentyFiveFromTheTop() {
        assertEquals(Optional.of(new PageRequest(25, Optional.empty())), PageRequest.parse(null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 100})
    void parseWhenLimitIsWithinBoundsThenTaken(int limit) {
        assertEquals(limit, PageRequest.parse(Integer.toString(limit), null).orElseThrow().limit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "-1", "+1", "1.0", "x", " 1", "99999999999", "٣"})
    void parseWhenLimitIsNoneThenEmpty(String limit) {
        assertTrue(PageRequest.parse(limit, null).isEmpty());
    }

    @Test
    void parseWhenCursorIsOursThenTakenElseEmpty() {
        PageCursor cursor = new PageCursor(Instant.EPOCH, UUID.randomUUID());

        assertEquals(Optional.of(cursor), PageRequest.parse(null, cursor.encoded()).orElseThrow().before());
        assertTrue(PageRequest.parse(null, "nonsense").isEmpty());
    }
}
