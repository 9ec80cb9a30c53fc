package dev.holdfast.custody.refresh;

import dev.holdfast.google.Capacity;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * A refresh under way on this node, and the result that its callers wait for.
 *
 * @param demand   the conditions of the caller that began it
 * @param changes  the value of {@link TokenCache#changes} before anything was read
 * @param until    the latest time at which it begins or reads the row again
 * @param result   its outcome
 * @param permits  limits the callers that wait
 * @param trace    its span in a trace
 */
public record PendingRefresh(UUID accountId, RefreshDemand demand, long changes, Instant until,
        CompletableFuture<RefreshResult> result, Semaphore permits, RefreshTrace trace) {

    PendingRefresh(UUID accountId, RefreshDemand demand, long changes, Instant until, RefreshTrace trace) {
        this(accountId, demand, changes, until, new CompletableFuture<>(),
                new Semaphore(Capacity.WAITING_FOR_ONE_TOKEN), trace);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(until);
    }

    @Override
    public String toString() {
        return "PendingRefresh[" + accountId + "]";
    }
}
