package dev.holdfast.custody.care;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KeepAliveTest {

    @Test
    void roundWhenAnErrorIsThrownThenTheScheduleGoesOn() {
        InstantSource broken = () -> {
            throw new NoClassDefFoundError("of this test");
        };
        KeepAlive keepAlive = new KeepAlive();
        keepAlive.care = new GrantCare();
        keepAlive.care.clock = broken.withZone(ZoneOffset.UTC);

        assertDoesNotThrow(keepAlive::round);
    }
}
