package dev.holdfast.schedule.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server whose executor is not Liberty's; the journeys ask Liberty's own. */
class LibertyThreadsTest {

    @Test
    void poolWhenTheServerIsAnotherThenItIsNotShownAndNotTakenOver() {
        LibertyThreads threads = new LibertyThreads();
        threads.executor = (ManagedExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class}, (proxy, method, arguments) -> null);

        assertEquals(Optional.empty(), threads.current());
        assertThrows(ReflectiveOperationException.class, threads::takenOver);
    }
}
