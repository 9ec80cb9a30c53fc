package dev.holdfast.custody.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.telemetry.control.Tracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refresh does not stay under way for ever, whatever happens to it. */
class SingleFlightRefreshTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration AT_THE_LONGEST = Duration.ofSeconds(19 + 25);
    private static final Acquired UNAVAILABLE = new Acquired.Unavailable(GrantRefresh.RETRY_AFTER);

    private final SingleFlightRefresh refreshes = new SingleFlightRefresh();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private Instant now = START;

    @BeforeEach
    void prepare() {
        InstantSource time = () -> now;
        InstantSource broken = () -> {
            throw classMissing();
        };
        refreshes.refresh = new GrantRefresh();
        refreshes.refresh.clock = broken.withZone(ZoneOffset.UTC);
        refreshes.tally = new AcquireTally();
        refreshes.cache = new TokenCache();
        refreshes.tracing = Tracing.OFF;
        refreshes.clock = time.withZone(ZoneOffset.UTC);
        refreshes.executor = (ManagedExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    tasks.add((Runnable) arguments[0]);
                    return null;
                });
    }

    @Test
    void joinWhenTheTaskWasDroppedThenAfterTheLongestRefreshAnotherFlightBegins() {
        PendingRefresh dropped = join();
        tasks.clear();
        now = START.plus(AT_THE_LONGEST).minusMillis(1);
        assertSame(dropped, join(), "it may still be under way");
        assertTrue(tasks.isEmpty());
        now = START.plus(AT_THE_LONGEST);

        PendingRefresh next = join();

        assertNotSame(dropped, next);
        assertSame(next, join());
        assertEquals(1, tasks.size());
        assertEquals(UNAVAILABLE, outcomeOf(dropped));
        assertFalse(next.result().isDone());
    }

    @Test
    void flyWhenTheDroppedTaskRunsAfterAllThenTheFlightThatReplacedItStaysUnderWay() {
        join();
        Runnable late = tasks.remove();
        now = START.plus(AT_THE_LONGEST);
        PendingRefresh next = join();

        late.run();

        assertSame(next, join());
        assertFalse(next.result().isDone());
    }

    @Test
    void flyWhenTheTraceCannotBeEnteredThenItIsOverAtOnce() {
        PendingRefresh pending;
        try (Scope here = ContextStorage.get().attach(new BrokenContext())) {
            pending = join();
        }

        tasks.remove().run();

        assertEquals(UNAVAILABLE, outcomeOf(pending));
        assertFalse(refreshes.isUnderWay(ACCOUNT));
    }

    @Test
    void flyWhenEvenTellingOfItBreaksThenItIsOverAtOnce() {
        PendingRefresh pending = join();
        Logger log = Logger.getLogger("dev.holdfast.custody");
        Handler broken = new BrokenHandler();
        log.addHandler(broken);
        try {
            assertThrows(NoClassDefFoundError.class, tasks.remove()::run);
        } finally {
            log.removeHandler(broken);
        }

        assertEquals(UNAVAILABLE, outcomeOf(pending));
        assertFalse(refreshes.isUnderWay(ACCOUNT));
    }

    private PendingRefresh join() {
        return refreshes.join(ACCOUNT, RefreshDemand.ANY_TOKEN);
    }

    private static Acquired outcomeOf(PendingRefresh pending) {
        assertTrue(pending.result().isDone());
        return pending.result().join().acquired();
    }

    private static NoClassDefFoundError classMissing() {
        return new NoClassDefFoundError("of this test");
    }

    private static final class BrokenContext implements Context {

        @Override
        public <V> V get(ContextKey<V> key) {
            return null;
        }

        @Override
        public <V> Context with(ContextKey<V> key, V value) {
            return this;
        }

        @Override
        public Scope makeCurrent() {
            throw classMissing();
        }
    }

    private static final class BrokenHandler extends Handler {

        @Override
        public void publish(LogRecord record) {
            throw classMissing();
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
