package dev.holdfast.custody.refresh;

import dev.holdfast.custody.CustodyLog;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * At most one refresh of a grant is under way on this node; whoever comes meanwhile gets its outcome. It runs detached
 * from the request that started it: a caller who goes away cancels nothing. One that only waits for another node holds no
 * thread; one whose turn comes when nobody waits any more does not begin. A refresh that never
 * reports back is discarded, so that it cannot block later ones.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/custody", maxAsync = 48)
public class RefreshFlights {

    private static final Duration PATIENCE = Duration.ofSeconds(19);
    private static final long LOOK_AGAIN_MILLIS = 150;

    /** More than a refresh can take that has begun: its lease is over. */
    private static final Duration LONGEST_REFRESH = GrantLedger.LEASE.plusSeconds(3);

    private static final Landed UNAVAILABLE = Landed.without(new Acquired.Unavailable(GrantRefresh.RETRY_AFTER));

    @Inject GrantRefresh refresh;
    @Inject AcquireTally tally;
    @Inject HeldTokens held;
    @Inject Tracing tracing;
    @Inject Clock clock;

    @Resource(lookup = "java:module/concurrent/custody")
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final Map<UUID, Flight> underWay = new ConcurrentHashMap<>();

    boolean isUnderWay(UUID accountId) {
        return underWay.containsKey(accountId);
    }

    /** Completes exceptionally only when the storage fails. A fresh token is in memory before anybody is told of it. */
    public Flight join(UUID accountId, RefreshDemand demand) {
        Instant now = clock.instant();
        Flight first = underWay.get(accountId);
        if (first != null && first.isOverAt(now.minus(LONGEST_REFRESH))) {
            crash(first, new TimeoutException("never heard of again"));
            first = null;
        }
        if (first == null) {
            Flight mine = new Flight(accountId, demand, held.changes(), now.plus(PATIENCE), FlightTrace.begin(tracing));
            first = underWay.putIfAbsent(accountId, mine);
            if (first == null) {
                guarded(mine, () -> executor.execute(() -> fly(mine)));
                return mine;
            }
        }
        tally.joined();
        first.trace().joinedBy(Span.current());
        return first;
    }

    /** Guarded once within its trace, so that what is told of a failure is part of it, and once should that itself break. */
    private void fly(Flight flight) {
        guarded(flight, () -> {
            try (Passage here = flight.trace().enter()) {
                guarded(flight, () -> tryOnce(flight));
            }
        });
    }

    private void tryOnce(Flight flight) {
        if (flight.isOverAt(clock.instant())) {
            land(flight, UNAVAILABLE);
            return;
        }
        refresh.attempt(flight.accountId(), flight.demand())
                .ifPresentOrElse(landed -> land(flight, landed), () -> lookAgain(flight));
    }

    private void lookAgain(Flight flight) {
        flight.trace().waits();
        guarded(flight, () -> scheduler.schedule(() -> guarded(flight, () -> executor.execute(() -> fly(flight))),
                LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void guarded(Flight flight, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error broken) {
            crash(flight, broken);
        }
    }

    /** Off the map before it is told: who asks afterwards starts anew and reads what this one has written. */
    private void land(Flight flight, Landed outcome) {
        held.keep(flight.accountId(), outcome, flight.changes());
        underWay.remove(flight.accountId(), flight);
        flight.trace().landed(outcome.acquired());
        flight.landing().complete(outcome);
    }

    /** The flight is over, even if telling of it breaks too. */
    private void crash(Flight flight, Throwable broken) {
        try {
            if (StorageFailure.isCauseOf(broken)) {
                underWay.remove(flight.accountId(), flight);
                flight.trace().broke();
                flight.landing().completeExceptionally(broken);
            } else {
                CustodyLog.refreshBroke(flight.accountId(), broken);
                land(flight, UNAVAILABLE);
            }
        } finally {
            underWay.remove(flight.accountId(), flight);
            flight.landing().complete(UNAVAILABLE);
        }
    }
}
