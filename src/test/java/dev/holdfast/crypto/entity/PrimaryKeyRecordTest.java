package dev.holdfast.crypto.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PrimaryKeyRecordTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void succeededAtWhenTheClockIsRightThenNow() {
        assertEquals(NOW, new PrimaryKeyRecord(1, NOW.minusSeconds(60)).succeededAt(NOW));
    }

    /** The record of the server started last is the latest one, even if that server's clock is behind. */
    @Test
    void succeededAtWhenTheClockIsBehindThenStillLater() {
        Instant ahead = NOW.plusSeconds(5);

        assertTrue(new PrimaryKeyRecord(1, ahead).succeededAt(NOW).isAfter(ahead));
        assertTrue(new PrimaryKeyRecord(1, NOW).succeededAt(NOW).isAfter(NOW));
    }
}
