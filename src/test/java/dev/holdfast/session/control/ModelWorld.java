package dev.holdfast.session.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** Time and chance: the events to come, in order, decided by one seed. Times are milliseconds since the sign-in. */
final class ModelWorld {

    private static final Instant SIGN_IN = Instant.parse("2026-11-23T12:00:00.123456Z");

    /** The longest time that a request may be held up between its read and its update. */
    private static final long SLOW_MILLIS = 2_000;

    private record Happening(long at, long order, Runnable what) {}

    private final PriorityQueue<Happening> ahead = new PriorityQueue<>(
            Comparator.comparingLong(Happening::at).thenComparingLong(Happening::order));
    private final long seed;
    private final Random random;
    private long now;
    private long order;
    private boolean ended;

    ModelWorld(long seed) {
        this.seed = seed;
        random = new Random(seed);
    }

    long seed() {
        return seed;
    }

    long now() {
        return now;
    }

    void in(long millis, Runnable what) {
        if (!ended) {
            ahead.add(new Happening(now + millis, order++, what));
        }
    }

    void runUntil(long end) {
        while (!ahead.isEmpty() && ahead.peek().at() <= end) {
            next();
        }
        now = Math.max(now, end);
    }

    /** Drops all events that are still to come. */
    void end() {
        ahead.clear();
        ended = true;
    }

    /** Sometimes runs the next event in the midst of the current one. */
    void stepIn() {
        if (!ahead.isEmpty() && ahead.peek().at() <= now + SLOW_MILLIS && chance(30)) {
            next();
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    long between(Duration least, Duration most) {
        return least.toMillis() + random.nextLong(most.minus(least).toMillis() + 1);
    }

    String newKey() {
        return Long.toHexString(random.nextLong());
    }

    Clock clock() {
        return new Clock() {

            @Override
            public Instant instant() {
                return SIGN_IN.plusMillis(now);
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void next() {
        Happening happening = ahead.remove();
        now = Math.max(now, happening.at());
        happening.what().run();
    }
}
