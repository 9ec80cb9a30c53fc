package dev.holdfast.google;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

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

    /**
     * Runs {@code opening} with a permit; empty, without a run, if none is free. If {@code isOpen} holds for the result, the
     * caller returns the permit with {@link #leave} at the end of the stream; in every other case it is returned at once.
     */
    public <T> Optional<T> seated(UUID accountId, Supplier<T> opening, Predicate<? super T> isOpen) {
        if (!take(accountId)) {
            return Optional.empty();
        }
        boolean kept = false;
        try {
            T opened = opening.get();
            kept = isOpen.test(opened);
            return Optional.of(opened);
        } finally {
            if (!kept) {
                leave(accountId);
            }
        }
    }

    /** Takes a permit; false if none is free. */
    synchronized boolean take(UUID accountId) {
        if (all >= most || taken.getOrDefault(accountId, 0) >= mostForOne) {
            return false;
        }
        all++;
        taken.merge(accountId, 1, Integer::sum);
        return true;
    }

    /** Returns a permit that this account holds. */
    public synchronized void leave(UUID accountId) {
        all--;
        taken.computeIfPresent(accountId, (id, seats) -> seats > 1 ? seats - 1 : null);
    }
}
