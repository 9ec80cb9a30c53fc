package dev.holdfast.schedule.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guarantees for a job, with turns that come when the test says. */
class ScheduleTest {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Schedule schedule = new Schedule();
    private final List<Runnable> contextual = new ArrayList<>();
    private final Queue<Runnable> queued = new ArrayDeque<>();
    private final List<Throwable> reported = new ArrayList<>();
    private final List<Object> firstAndPause = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private Runnable turn;
    private long now = Long.MAX_VALUE - 5;
    private int runs;

    @BeforeEach
    void takeTheTurns() {
        schedule.ticks = () -> now;
        schedule.threads = new ScheduleThreads();
        schedule.threads.context = of(ContextService.class, (proxy, method, arguments) -> inContext((Runnable) arguments[0]));
        schedule.threads.executor = of(ScheduledExecutorService.class, (proxy, method, arguments) -> {
            if ("execute".equals(method.getName())) {
                queued.add(assertInContext(arguments[0]));
                return null;
            }
            assertEquals("scheduleWithFixedDelay", method.getName());
            turn = assertInContext(arguments[0]);
            firstAndPause.addAll(List.of(arguments[1], arguments[2], arguments[3]));
            return of(method.getReturnType(), (future, called, how) -> cancelled.getAndSet(true));
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
    void everyWhenARunFailsThenItsOwnerIsToldAndTheNextOneComes(Class<? extends Throwable> kind) throws Exception {
        Throwable failure = kind.getConstructor().newInstance();
        schedule.every(Duration.ofSeconds(3), PAUSE, () -> {
            runs++;
            ScheduleTest.<RuntimeException>thrown(failure);
        }, reported::add);

        turn.run();
        turn.run();

        assertEquals(List.of(3_000L, 30_000L, TimeUnit.MILLISECONDS), firstAndPause);
        assertEquals(2, runs);
        assertEquals(List.of(failure, failure), reported);
    }

    @Test
    void soonWhenAskedForAgainBeforeItRunsThenOneRunIsEnough() {
        schedule.every(PAUSE, PAUSE, () -> runs++, reported::add);

        schedule.soon();
        schedule.soon();
        assertEquals(1, queued.size());
        queued.remove().run();
        schedule.soon();

        assertEquals(1, queued.size(), "what happens after a run began needs another one");
        assertEquals(1, runs);
    }

    @Test
    void soonWhenItComesDuringATurnThenTheyDoNotOverlap() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean running = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        schedule.every(PAUSE, PAUSE, () -> {
            overlapped.compareAndSet(false, !running.compareAndSet(false, true));
            inside.countDown();
            awaited(go);
            running.set(false);
        }, reported::add);
        Thread scheduled = new Thread(turn);
        scheduled.start();
        inside.await();
        schedule.soon();
        Thread extra = new Thread(queued.remove());
        extra.start();
        while (extra.getState() == Thread.State.NEW || extra.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        assertEquals(Thread.State.BLOCKED, extra.getState());
        go.countDown();
        scheduled.join();
        extra.join();

        assertFalse(overlapped.get());
        assertEquals(List.of(), reported);
    }

    @Test
    void onceWhenItFailsThenTheOwnerOfTheJobIsTold() {
        schedule.every(PAUSE, PAUSE, () -> runs++, reported::add);
        Error failure = new NoClassDefFoundError("of this test");

        schedule.once(() -> ScheduleTest.<RuntimeException>thrown(failure));
        queued.remove().run();

        assertEquals(List.of(failure), reported);
        assertEquals(0, runs);
    }

    @Test
    void sparinglyWhenARunTakesLongThenTheNextOneWaitsFiftyTimesAsLong() {
        schedule.sparingly(PAUSE, PAUSE, () -> {
            runs++;
            now += 10;
            if (runs == 2) {
                throw new IllegalStateException("of this test");
            }
        }, reported::add);

        turn.run();
        now += 499;
        turn.run();
        assertEquals(1, runs, "too soon");
        now += 1;
        turn.run();
        assertEquals(2, runs);
        now += 499;
        turn.run();
        assertEquals(2, runs, "a run that failed has cost as much");
        assertEquals(1, reported.size());
    }

    @Test
    void stopWhenTheServerStopsThenNoTurnFollows() {
        schedule.stop();
        schedule.every(PAUSE, PAUSE, () -> runs++, reported::add);

        schedule.stop();

        assertTrue(cancelled.get());
    }

    private Runnable inContext(Runnable work) {
        Runnable run = work::run;
        contextual.add(run);
        return run;
    }

    private Runnable assertInContext(Object run) {
        assertTrue(contextual.contains(run), "each run has the context of the application");
        return (Runnable) run;
    }

    private static <T> T of(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(ScheduleTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void thrown(Throwable failure) throws T {
        throw (T) failure;
    }
}
