package dev.holdfast.custody.refresh;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * A refresh under way on this node, and where those who wait for it look.
 *
 * @param demand   what the caller wanted who began it
 * @param changes  what {@link HeldTokens#changes} said before anything was read
 * @param until    it does not begin, and does not look again, after that time
 * @param landing  what comes of it
 * @param seats    for callers who wait
 * @param trace    how a trace shows it
 */
public record Flight(UUID accountId, RefreshDemand demand, long changes, Instant until, CompletableFuture<Landed> landing,
        Semaphore seats, FlightTrace trace) {

    Flight(UUID accountId, RefreshDemand demand, long changes, Instant until, FlightTrace trace) {
        this(accountId, demand, changes, until, new CompletableFuture<>(),
                new Semaphore(GoogleTokenManager.MOST_WAITING_FOR_ONE), trace);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }

    @Override
    public String toString() {
        return "Flight[" + accountId + "]";
    }
}
