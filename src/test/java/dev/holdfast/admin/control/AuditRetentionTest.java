package dev.holdfast.admin.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AuditRetentionTest {

    @Test
    void roundWhenAnErrorIsThrownThenTheScheduleGoesOn() {
        InstantSource broken = () -> {
            throw new NoClassDefFoundError("of this test");
        };
        AuditRetention retention = new AuditRetention();
        retention.clock = broken.withZone(ZoneOffset.UTC);

        assertDoesNotThrow(retention::round);
    }
}
