package dev.holdfast.google;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Limits the calls of one person to one API in a minute on this node. The minute begins with the first call. It remembers a
 * bounded number of people; beyond that, it forgets the minutes that began first.
 */
public final class RateLimit {

    static final int MOST_REMEMBERED = 20_000;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private record Key(UUID accountId, String api) {}

    private static final class Window {

        private final long begun;
        private int calls;

        private Window(long begun) {
            this.begun = begun;
        }
    }

    private final LongSupplier ticks;
    private final Map<Key, Window> windows = new LinkedHashMap<>();

    public RateLimit(LongSupplier ticks) {
        this.ticks = ticks;
    }

    /** Counts a call; returns how long to wait if the person already had {@code most} calls in this minute. */
    public synchronized Optional<Duration> take(UUID accountId, String api, int most) {
        long now = ticks.getAsLong();
        forgetBefore(now);
        Window window = windows.computeIfAbsent(new Key(accountId, api), key -> new Window(now));
        if (window.calls >= most) {
            return Optional.of(Duration.ofNanos(window.begun + MINUTE - now));
        }
        window.calls++;
        return Optional.empty();
    }

    /** Removes the minutes that are over, which are the first in the order of insertion, and makes room for one more. */
    private void forgetBefore(long now) {
        var oldest = windows.values().iterator();
        while (oldest.hasNext()) {
            Window window = oldest.next();
            if (now - window.begun < MINUTE && windows.size() < MOST_REMEMBERED) {
                return;
            }
            oldest.remove();
        }
    }

    synchronized int remembered() {
        return windows.size();
    }
}
