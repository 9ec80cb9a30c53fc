package dev.holdfast.custody.control;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.entity.Acquired;
import dev.holdfast.problem.StorageFailure;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At most one refresh of a grant is under way on this node; whoever comes meanwhile gets its outcome. It runs detached
 * from the request that started it: a caller who goes away cancels nothing.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/custody", maxAsync = 32)
public class RefreshFlights {

    @Inject GrantRefresh refresh;
    @Inject AcquireTally tally;

    @Resource(lookup = "java:module/concurrent/custody")
    ManagedExecutorService executor;

    private final Map<UUID, CompletableFuture<Landed>> underWay = new ConcurrentHashMap<>();

    boolean isUnderWay(UUID accountId) {
        return underWay.containsKey(accountId);
    }

    /** Completes exceptionally only when the storage fails. */
    CompletableFuture<Landed> join(UUID accountId, Optional<Secret> rejected) {
        CompletableFuture<Landed> mine = new CompletableFuture<>();
        CompletableFuture<Landed> first = underWay.putIfAbsent(accountId, mine);
        if (first != null) {
            tally.joined();
            return first;
        }
        try {
            executor.execute(() -> fly(accountId, rejected, mine));
        } catch (RuntimeException refused) {
            land(accountId, mine, failed(accountId, refused));
        }
        return mine;
    }

    private void fly(UUID accountId, Optional<Secret> rejected, CompletableFuture<Landed> flight) {
        try {
            land(accountId, flight, refresh.run(accountId, rejected));
        } catch (RuntimeException | Error broken) {
            if (StorageFailure.isCauseOf(broken)) {
                underWay.remove(accountId, flight);
                flight.completeExceptionally(broken);
            } else {
                land(accountId, flight, failed(accountId, broken));
            }
        }
    }

    /** Off the map before it is told: who asks afterwards starts anew and reads what this one has written. */
    private void land(UUID accountId, CompletableFuture<Landed> flight, Landed outcome) {
        underWay.remove(accountId, flight);
        flight.complete(outcome);
    }

    private static Landed failed(UUID accountId, Throwable broken) {
        CustodyLog.refreshBroke(accountId, broken);
        return Landed.without(new Acquired.Unavailable(GrantRefresh.RETRY_AFTER));
    }
}
