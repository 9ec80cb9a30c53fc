package dev.holdfast.journeys.rig;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for a condition or a time, no longer than necessary. */
public final class Eventually {

    private static final long LOOK_AGAIN_MILLIS = 100;

    private Eventually() {}

    public static void holds(Duration within, String what, BooleanSupplier condition) {
        Instant giveUp = Instant.now().plus(within);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                fail("not within " + within + ": " + what);
            }
            HoldfastServer.await(LOOK_AGAIN_MILLIS);
        }
    }

    /** Returns at that time. */
    public static void reaches(Instant time) {
        holds(Duration.between(Instant.now(), time).plusSeconds(5), "the time " + time, () -> Instant.now().isAfter(time));
    }
}
