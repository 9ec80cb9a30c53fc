package dev.holdfast.settings.control;

import java.time.Duration;

/** Formats a duration as people write it: whole days in days, where {@link Duration#toString} uses hours. */
final class IsoDuration {

    private IsoDuration() {}

    static String of(Duration duration) {
        boolean wholeDays = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
        return wholeDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
