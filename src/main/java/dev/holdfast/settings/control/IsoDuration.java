package dev.holdfast.settings.control;

import java.time.Duration;

/** A duration as people write one: whole days as days, which {@link Duration#toString} counts in hours. */
final class IsoDuration {

    private IsoDuration() {}

    static String of(Duration duration) {
        boolean wholeDays = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
        return wholeDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
