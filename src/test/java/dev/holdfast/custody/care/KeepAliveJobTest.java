package dev.holdfast.custody.care;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KeepAliveJobTest {

    @Test
    void roundWhenAnErrorIsThrownThenTheScheduleGoesOn() {
        InstantSource broken = () -> {
            throw new NoClassDefFoundError("of this test");
        };
        KeepAliveJob keepAlive = new KeepAliveJob();
        keepAlive.care = new GrantCare();
        keepAlive.care.clock = broken.withZone(ZoneOffset.UTC);

        assertDoesNotThrow(keepAlive::round);
    }
}
