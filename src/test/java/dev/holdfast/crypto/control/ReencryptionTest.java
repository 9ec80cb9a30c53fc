package dev.holdfast.crypto.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReencryptionTest {

    private static final long SOON_SECONDS = 20;

    private final List<Runnable> scheduled = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();

    static Stream<Throwable> failures() {
        return Stream.of(new PersistenceException("deadlock"), new NoClassDefFoundError("of this test"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void roundOnScheduleWhenItFailsThenTheNextOneBeginsSoon(Throwable failure) {
        Reencryption reencryption = new Reencryption();
        reencryption.scheduler = of(ManagedScheduledExecutorService.class, (proxy, method, arguments) -> {
            scheduled.add((Runnable) arguments[0]);
            pauses.add((Long) arguments[1]);
            return null;
        });
        reencryption.primaryKey = new PrimaryKey();
        reencryption.primaryKey.store = new PrimaryKeyStore();
        reencryption.primaryKey.store.entityManager = of(EntityManager.class, (proxy, method, arguments) -> {
            throw failure;
        });
        reencryption.start(null);

        scheduled.remove(0).run();

        assertEquals(SOON_SECONDS, pauses.get(1));
        assertTrue(reencryption.left().isEmpty());
    }

    private static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ReencryptionTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
