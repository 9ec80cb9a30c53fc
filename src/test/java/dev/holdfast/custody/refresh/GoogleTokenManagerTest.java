package dev.holdfast.custody.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.telemetry.control.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A check counts only a refresh that asked Google, and is turned away when too many callers wait. */
class GoogleTokenManagerTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final Acquired stored = fresh("stored");
    private final Acquired asked = fresh("asked");
    private final Queue<PendingRefresh> underWay = new ArrayDeque<>();
    private final GoogleTokenManager tokens = new GoogleTokenManager();
    private Instant now = START;

    @Test
    void checkWhenItJoinsOrdinaryRefreshesThenOnlyARefreshThatAskedGoogleCounts() {
        underWay.addAll(List.of(ended(RefreshDemand.ANY_TOKEN, stored), ended(RefreshDemand.ANY_TOKEN, stored),
                ended(RefreshDemand.CHECK, asked)));

        assertEquals(asked, check(Duration.ZERO));
    }

    @Test
    void checkWhenAllItCanJoinAreOrdinaryThenItIsUnavailableInTheEnd() {
        for (int each = 0; each < 100; each++) {
            underWay.add(ended(RefreshDemand.ANY_TOKEN, stored));
        }

        assertEquals(new Acquired.Unavailable(GrantRefresh.RETRY_AFTER), check(Duration.ofSeconds(1)));
        assertEquals(80, underWay.size(), "for as long as anybody waits");
    }

    @Test
    void checkWhenAsManyWaitAsMayThenTheNextIsTurnedAwayAndBeginsNoRefresh() throws Exception {
        BlockingQueue<PendingRefresh> begun = new LinkedBlockingQueue<>();
        joining(() -> {
            PendingRefresh pending = pending(RefreshDemand.CHECK);
            begun.add(pending);
            return pending;
        });
        ExecutorService callers = Executors.newCachedThreadPool();
        try {
            List<PendingRefresh> waitedFor = new ArrayList<>();
            for (int caller = 0; caller < Capacity.WAITING_FOR_TOKENS; caller++) {
                callers.submit(() -> tokens.check(UUID.randomUUID()));
                waitedFor.add(begun.take());
            }

            assertEquals(new Acquired.Unavailable(GrantRefresh.RETRY_AFTER), tokens.check(ACCOUNT));

            assertTrue(begun.isEmpty(), "a refresh that nobody waits for was begun");
            waitedFor.forEach(pending -> pending.result().complete(RefreshResult.without(asked)));
        } finally {
            callers.shutdown();
            assertTrue(callers.awaitTermination(1, TimeUnit.MINUTES));
        }
    }

    private Acquired check(Duration each) {
        joining(() -> {
            now = now.plus(each);
            return underWay.remove();
        });
        return tokens.check(ACCOUNT);
    }

    private void joining(Supplier<PendingRefresh> joined) {
        InstantSource time = () -> now;
        tokens.clock = time.withZone(ZoneOffset.UTC);
        tokens.tally = new AcquireTally();
        tokens.refreshes = new SingleFlightRefresh() {
            @Override
            public PendingRefresh join(UUID accountId, RefreshDemand demand) {
                return joined.get();
            }
        };
    }

    private static PendingRefresh ended(RefreshDemand demand, Acquired outcome) {
        PendingRefresh pending = pending(demand);
        pending.result().complete(RefreshResult.without(outcome));
        return pending;
    }

    private static PendingRefresh pending(RefreshDemand demand) {
        return new PendingRefresh(ACCOUNT, demand, 0, START.plusSeconds(19), RefreshTrace.begin(Tracing.OFF));
    }

    private static Acquired fresh(String value) {
        return new Acquired.Fresh(new AccessToken(Secret.of(value), Set.of(), START, START.plusSeconds(3600)));
    }
}
