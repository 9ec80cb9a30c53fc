package dev.holdfast.telemetry.control;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Limits the lines of each kind per minute. Lines beyond the limit are counted, and the count is reported with the first
 * line of a later minute.
 */
final class LineBudget {

    private static final long MINUTE = 60_000_000_000L;

    private final int most;
    private final LongSupplier nanos;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    /** Takes the time from {@code nanos}, a clock such as {@link System#nanoTime}. */
    LineBudget(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Takes one line of that kind. Kinds are few, and all of them are ours. */
    Taken take(String kind) {
        Taken[] taken = new Taken[1];
        minutes.compute(kind, (same, minute) -> {
            Minute now = minute == null || nanos.getAsLong() - minute.began >= MINUTE ? new Minute(nanos.getAsLong()) : minute;
            long leftOut = now == minute || minute == null ? 0 : Math.max(0, minute.lines - most);
            now.lines++;
            taken[0] = new Taken(now.lines, now.lines <= most, leftOut);
            return now;
        });
        return taken[0];
    }

    /**
     * @param number the number of the line within its minute, from 1 on
     * @param isWithin whether the line is to be written
     * @param leftOutBefore how many lines of an earlier minute were left out
     */
    record Taken(long number, boolean isWithin, long leftOutBefore) {}

    private static final class Minute {

        private final long began;
        private long lines;

        private Minute(long began) {
            this.began = began;
        }
    }
}
