package dev.holdfast.custody.refresh;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * A refresh under way on this node, and where those who wait for it look.
 *
 * @param demand   what the caller wanted who began it
 * @param changes  what {@link TokenCache#changes} said before anything was read
 * @param until    it does not begin, and does not look again, after that time
 * @param result   what comes of it
 * @param permits  for callers who wait
 * @param trace    how a trace shows it
 */
public record PendingRefresh(UUID accountId, RefreshDemand demand, long changes, Instant until,
        CompletableFuture<RefreshResult> result, Semaphore permits, RefreshTrace trace) {

    PendingRefresh(UUID accountId, RefreshDemand demand, long changes, Instant until, RefreshTrace trace) {
        this(accountId, demand, changes, until, new CompletableFuture<>(),
                new Semaphore(GoogleTokenManager.MOST_WAITING_FOR_ONE), trace);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }

    @Override
    public String toString() {
        return "PendingRefresh[" + accountId + "]";
    }
}
