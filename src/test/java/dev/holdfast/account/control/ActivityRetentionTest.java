package dev.holdfast.account.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ActivityRetentionTest {

    @Test
    void roundWhenAnErrorIsThrownThenTheScheduleGoesOn() {
        InstantSource broken = () -> {
            throw new NoClassDefFoundError("of this test");
        };
        ActivityRetention retention = new ActivityRetention();
        retention.clock = broken.withZone(ZoneOffset.UTC);

        assertDoesNotThrow(retention::round);
    }
}
