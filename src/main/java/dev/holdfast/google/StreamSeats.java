package dev.holdfast.google;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Limits the streams in progress on this node, from the request to Google until the browser has the last byte, because
 * each holds a thread and a connection for as long as a slow line takes. Each person has a few permits, so that one
 * person cannot take all of them.
 */
public final class StreamSeats {

    private final int most;
    private final int mostForOne;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    public StreamSeats(int most, int mostForOne) {
        this.most = most;
        this.mostForOne = mostForOne;
    }

    /** Takes a permit; false if none is free. The caller that takes a permit must return it with {@link #leave}. */
    public synchronized boolean take(UUID accountId) {
        if (all >= most || taken.getOrDefault(accountId, 0) >= mostForOne) {
            return false;
        }
        all++;
        taken.merge(accountId, 1, Integer::sum);
        return true;
    }

    public synchronized void leave(UUID accountId) {
        all--;
        taken.computeIfPresent(accountId, (id, seats) -> seats > 1 ? seats - 1 : null);
    }
}
