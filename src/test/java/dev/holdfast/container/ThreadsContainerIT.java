package dev.holdfast.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.schedule.control.LibertyThreads;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Liberty's own pool in the hands of the application: few threads, and more as soon as all of them wait. */
@ExtendWith(ArquillianExtension.class)
@ResourceLock(RealWar.SERVER)
class ThreadsContainerIT {

    private static final int FEW = 100;
    private static final int CROWD = 500;
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject LibertyThreads liberty;

    @Deployment
    static WebArchive application() {
        return RealWar.with(ThreadsContainerIT.class);
    }

    @Test
    void poolWhenTasksAreShortThenItHasFewThreadsAndWhenACrowdWaitsThenEnough() throws Exception {
        ThreadPoolExecutor pool = liberty.takenOver().orElseThrow();
        awaitFew(pool);
        CountDownLatch arrived = new CountDownLatch(CROWD);
        CountDownLatch end = new CountDownLatch(1);

        for (int caller = 0; caller < CROWD; caller++) {
            executor().execute(() -> {
                arrived.countDown();
                await(end);
            });
        }

        assertTrue(arrived.await(SOON.toSeconds(), TimeUnit.SECONDS), () -> arrived.getCount() + " have no thread");
        end.countDown();
        awaitFew(pool);
    }

    private static void awaitFew(ThreadPoolExecutor pool) throws InterruptedException {
        Instant until = Instant.now().plus(SOON);
        while (pool.getPoolSize() > FEW && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(pool.getPoolSize() <= FEW, () -> pool.getPoolSize() + " threads");
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static ManagedExecutorService executor() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    }
}
