package dev.holdfast.doctor.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.signals.entity.VerificationSeen;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalChecksTest {

    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void findingWhenAVerificationEventCameThenItsStateIsShown() {
        Finding finding = SignalChecks.finding(Optional.of(new VerificationSeen(AT, Optional.of("hello"))));

        assertEquals("verified", finding.outcome());
        assertEquals(Map.of("at", AT.toString(), "state", "hello"), finding.values());
    }

    @Test
    void findingWhenNoneCameThenSo() {
        assertEquals("not_verified", SignalChecks.finding(Optional.empty()).outcome());
    }
}
