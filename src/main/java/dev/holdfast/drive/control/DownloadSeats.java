package dev.holdfast.drive.control;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How many downloads may be under way at once on this node, from asking Drive until the browser has the last byte: each holds
 * a thread and a connection for as long as a slow line takes. One person has room for a few, so that nobody can take it all.
 */
final class DownloadSeats {

    private final int most;
    private final int mostForOne;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    DownloadSeats(int most, int mostForOne) {
        this.most = most;
        this.mostForOne = mostForOne;
    }

    /** False: there is no room now. Whoever takes a seat leaves it. */
    synchronized boolean take(UUID accountId) {
        if (all >= most || taken.getOrDefault(accountId, 0) >= mostForOne) {
            return false;
        }
        all++;
        taken.merge(accountId, 1, Integer::sum);
        return true;
    }

    synchronized void leave(UUID accountId) {
        all--;
        taken.computeIfPresent(accountId, (id, seats) -> seats > 1 ? seats - 1 : null);
    }
}
