package dev.holdfast.schedule.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Eventually;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real pool in the hands of {@link RequestThreads}. */
class RequestThreadsTest {

    private static final int MOST = 200;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ManualSchedule schedule = new ManualSchedule();
    private final RequestThreads threads = new RequestThreads();
    private final CountDownLatch google = new CountDownLatch(1);
    private ThreadPoolExecutor pool = pool();
    private boolean otherServer;
    private int asked;

    @BeforeEach
    void begin() {
        threads.schedule = schedule;
        threads.liberty = new LibertyThreads() {
            @Override
            Optional<Pool> takenOver() {
                if (otherServer) {
                    asked++;
                    throw new IllegalStateException("another server");
                }
                return Optional.of(new Pool(pool, MOST));
            }
        };
        pool.prestartAllCoreThreads();
        Eventually.holds(SOON, "all are idle", () -> pool.getActiveCount() == 0);
        threads.start(new Startup());
        schedule.turn();
    }

    @AfterEach
    void end() {
        google.countDown();
        pool.shutdownNow();
    }

    @Test
    void poolWhenTheServerHasStartedThenTheIdleThreadsEnd() {
        Eventually.holds(SOON, "few are left", () -> pool.getPoolSize() == ThreadDemand.LEAST);
    }

    @Test
    void taskWhenAllThreadsWaitThenItRunsAtTheNextLooks() throws InterruptedException {
        CountDownLatch health = new CountDownLatch(1);
        comeAndWait(MOST - 1);
        pool.execute(health::countDown);

        schedule.turn();
        schedule.turn();

        assertTrue(health.await(SOON.toSeconds(), TimeUnit.SECONDS));
        assertEquals(MOST, pool.getCorePoolSize());
    }

    @Test
    void poolWhenTheCallersHaveGoneThenItsThreadsGoToo() {
        comeAndWait(MOST);
        schedule.turn();
        schedule.turn();
        google.countDown();
        Eventually.holds(SOON, "nobody waits", () -> pool.getActiveCount() == 0);

        for (int look = 0; look < 2 * ThreadDemand.LOOKS; look++) {
            schedule.turn();
        }

        Eventually.holds(SOON, "few are left", () -> pool.getPoolSize() == ThreadDemand.LEAST);
    }

    @Test
    void poolWhenLibertyHasMadeAnotherThenThatOneIsAdjusted() {
        pool.shutdown();
        pool = pool();

        schedule.turn();

        assertEquals(ThreadDemand.LEAST, pool.getCorePoolSize());
    }

    @Test
    void poolWhenLibertyHasGivenItUpThenItStaysWithoutThreads() {
        pool.setCorePoolSize(0);
        for (int caller = 0; caller < 3; caller++) {
            pool.execute(this::waitForGoogle);
        }

        schedule.turn();
        schedule.turn();

        assertEquals(0, pool.getCorePoolSize());
    }

    @Test
    void poolWhenLibertyHasMadeAnotherByTheEndThenTheFormerStaysWithoutThreads() {
        ThreadPoolExecutor former = pool;
        former.setCorePoolSize(0);
        pool = pool();

        threads.end();

        assertEquals(0, former.getCorePoolSize());
    }

    @Test
    void serverWhenItIsAnotherThenItIsAskedOnceAndItsPoolIsLeftAlone() {
        otherServer = true;
        int size = pool.getCorePoolSize();

        schedule.turn();
        schedule.turn();

        assertEquals(1, asked, "after that the schedule has ended");
        assertEquals(size, pool.getCorePoolSize());
    }

    @Test
    void poolWhenTheApplicationStopsThenItHasItsSizeAgain() {
        threads.end();
        for (int look = 0; look < 2 * ThreadDemand.LOOKS; look++) {
            schedule.turn();
        }

        assertEquals(MOST, pool.getCorePoolSize());
    }

    private void comeAndWait(int callers) {
        Eventually.holds(SOON, "few threads are left", () -> pool.getPoolSize() == ThreadDemand.LEAST);
        for (int caller = 0; caller < callers; caller++) {
            pool.execute(this::waitForGoogle);
        }
        Eventually.holds(SOON, "all of them wait", () -> pool.getActiveCount() == ThreadDemand.LEAST);
    }

    private void waitForGoogle() {
        try {
            google.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(MOST, MOST, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>());
    }
}
