package dev.holdfast.standin.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be moved against another one. */
public final class ShiftedClock extends Clock {

    private final Clock clock;
    private volatile Duration shift = Duration.ZERO;

    ShiftedClock(Clock clock) {
        this.clock = clock;
    }

    public synchronized void advance(Duration by) {
        shift = shift.plus(by);
    }

    public synchronized void reset() {
        shift = Duration.ZERO;
    }

    public Duration shift() {
        return shift;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
