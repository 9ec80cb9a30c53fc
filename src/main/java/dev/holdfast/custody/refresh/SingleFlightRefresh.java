package dev.holdfast.custody.refresh;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.TimeBudget;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.telemetry.control.Handoff.Passage;
import dev.holdfast.telemetry.control.Tracing;
import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * At most one refresh of a grant is under way on this node; callers that arrive during it get its outcome. It runs
 * detached from the request that started it: a caller that goes away cancels nothing. A refresh that waits for another
 * node holds no thread. A refresh whose turn comes after its callers have stopped waiting does not begin. A refresh that
 * never reports back is discarded, so that it cannot block later ones.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/custody", maxAsync = Capacity.REFRESHES)
public class SingleFlightRefresh {

    private static final long LOOK_AGAIN_MILLIS = 150;

    private static final RefreshResult UNAVAILABLE =
            RefreshResult.without(new Acquired.Unavailable(GrantRefresh.RETRY_AFTER));

    @Inject GrantRefresh refresh;
    @Inject AcquireTally tally;
    @Inject TokenCache cache;
    @Inject Tracing tracing;
    @Inject Clock clock;

    @Resource(lookup = "java:module/concurrent/custody")
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final Map<UUID, PendingRefresh> underWay = new ConcurrentHashMap<>();

    boolean isUnderWay(UUID accountId) {
        return underWay.containsKey(accountId);
    }

    /**
     * Joins the refresh under way or begins one. Its result completes exceptionally only if the storage fails. A fresh
     * token is in the cache before the result completes.
     */
    public PendingRefresh join(UUID accountId, RefreshDemand demand) {
        Instant now = clock.instant();
        PendingRefresh first = underWay.get(accountId);
        if (first != null && first.isOverAt(now.minus(TimeBudget.DISCARDED))) {
            fail(first, new TimeoutException("never heard of again"));
            first = null;
        }
        if (first == null) {
            PendingRefresh mine = new PendingRefresh(accountId, demand, cache.changes(), now.plus(TimeBudget.REFRESH),
                    RefreshTrace.begin(tracing));
            first = underWay.putIfAbsent(accountId, mine);
            if (first == null) {
                guarded(mine, () -> executor.execute(() -> run(mine)));
                return mine;
            }
        }
        tally.joined();
        first.trace().joinedBy(Span.current());
        return first;
    }

    /** Guards within the trace, so that the log of a failure belongs to it, and again outside in case the trace breaks. */
    private void run(PendingRefresh pending) {
        guarded(pending, () -> {
            try (Passage here = pending.trace().enter()) {
                guarded(pending, () -> tryOnce(pending));
            }
        });
    }

    private void tryOnce(PendingRefresh pending) {
        if (pending.isOverAt(clock.instant())) {
            complete(pending, UNAVAILABLE);
            return;
        }
        refresh.attempt(pending.accountId(), pending.demand())
                .ifPresentOrElse(result -> complete(pending, result), () -> lookAgain(pending));
    }

    private void lookAgain(PendingRefresh pending) {
        pending.trace().waits();
        guarded(pending, () -> scheduler.schedule(() -> guarded(pending, () -> executor.execute(() -> run(pending))),
                LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void guarded(PendingRefresh pending, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error broken) {
            fail(pending, broken);
        }
    }

    /** Removes the refresh before its callers are told: a later caller begins a new one, which reads what this one wrote. */
    private void complete(PendingRefresh pending, RefreshResult outcome) {
        cache.keep(pending.accountId(), outcome, pending.changes());
        underWay.remove(pending.accountId(), pending);
        pending.trace().ended(outcome.acquired());
        pending.result().complete(outcome);
    }

    /** Ends the refresh, even if telling of the failure breaks too. */
    private void fail(PendingRefresh pending, Throwable broken) {
        try {
            if (StorageFailure.isCauseOf(broken)) {
                underWay.remove(pending.accountId(), pending);
                pending.trace().broke();
                pending.result().completeExceptionally(broken);
            } else {
                CustodyLog.refreshBroke(pending.accountId(), broken);
                complete(pending, UNAVAILABLE);
            }
        } finally {
            underWay.remove(pending.accountId(), pending);
            pending.result().complete(UNAVAILABLE);
        }
    }
}
