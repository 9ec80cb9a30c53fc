package dev.holdfast.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
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

    @Deployment
    static WebArchive application() {
        return RealWar.with(ThreadsContainerIT.class);
    }

    @Test
    void poolWhenTasksAreShortThenItHasFewThreadsAndWhenACrowdWaitsThenEnough() throws Exception {
        for (int task = 0; task < CROWD; task++) {
            executor().submit(() -> {}).get();
        }
        awaitFew();
        CountDownLatch arrived = new CountDownLatch(CROWD);
        CountDownLatch end = new CountDownLatch(1);

        for (int caller = 0; caller < CROWD; caller++) {
            executor().execute(() -> {
                arrived.countDown();
                waitFor(end);
            });
        }

        assertTrue(arrived.await(SOON.toSeconds(), TimeUnit.SECONDS), () -> arrived.getCount() + " have no thread");
        end.countDown();
    }

    private static void awaitFew() throws InterruptedException {
        Instant until = Instant.now().plus(SOON);
        while (threads() > FEW && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(threads() <= FEW, () -> threads() + " threads");
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("Default Executor"))
                .count();
    }

    private static void waitFor(CountDownLatch end) {
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
