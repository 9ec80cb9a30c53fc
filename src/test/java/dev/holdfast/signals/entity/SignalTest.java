package dev.holdfast.signals.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.signal.SecurityEvent;
import dev.holdfast.google.signal.SecurityEvents;
import dev.holdfast.google.signal.SignalType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time up to which a signal ends what has begun, and which signals operators are told of. */
class SignalTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-30T12:00:00Z");

    /** Seconds before it was received. A clock that is ahead is no licence to end what begins after the signal was received. */
    @ParameterizedTest
    @CsvSource({"300, 240", "61, 1", "60, 0", "5, 0", "0, 0", "-60, 0"})
    void begunByWhenReceivedThenTheEventsTimeWithAMinuteOfSkewButNeverLater(long eventAgo, long begunAgo) {
        Signal signal = new Signal(SecurityEvents.about("7", SignalType.SESSIONS_REVOKED, RECEIVED.minusSeconds(eventAgo)),
                UUID.randomUUID(), List.of(), RECEIVED);

        assertEquals(RECEIVED.minusSeconds(begunAgo), signal.begunBy());
    }

    @Test
    void isUnusualWhenAnAccountIsPurgedThenOnlyByGooglesReport() {
        assertTrue(unusual(SecurityEvents.about("7", SignalType.ACCOUNT_PURGED, RECEIVED)));
        assertFalse(unusual(SecurityEvents.ofOther("7", SignalType.ACCOUNT_PURGED, RECEIVED)));
        assertFalse(unusual(SecurityEvents.about("7", SignalType.ACCOUNT_DISABLED, RECEIVED)));
    }

    private static boolean unusual(SecurityEvent event) {
        return new Signal(event, UUID.randomUUID(), List.of(), RECEIVED).isUnusual();
    }
}
