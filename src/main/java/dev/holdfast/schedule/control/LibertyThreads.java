package dev.holdfast.schedule.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Liberty's pool of threads, which serves every request. Liberty has no public way to it, so its own objects are asked by name.
 */
@Dependent
public class LibertyThreads {

    @Resource
    ManagedExecutorService executor;

    /** A pool, and how many threads it may have. */
    record Pool(ThreadPoolExecutor executor, int most) {}

    /**
     * Returns the pool as it is now, whose size Liberty leaves alone from then on; empty while the server is starting. Liberty
     * makes another pool when its configuration changes.
     *
     * @throws ReflectiveOperationException if this server is built in another way
     * @throws IllegalStateException if the configuration lets Liberty choose the number of threads; it goes on to do so
     */
    Optional<Pool> takenOver() throws ReflectiveOperationException {
        Object threads = threads();
        Object controller = field(threads, "threadPoolController");
        if (!Boolean.TRUE.equals(field(controller, "initialStartupCompleted"))) {
            return Optional.empty();
        }
        int most = (int) field(controller, "maxThreads");
        if (!field(controller, "coreThreads").equals(most)) {
            throw new IllegalStateException("coreThreads and maxThreads of Liberty's executor are not the same");
        }
        ThreadPoolExecutor pool = pool(threads);
        call(controller, "deactivate");
        return Optional.of(new Pool(pool, most));
    }

    /** Returns the pool as it is now, and changes nothing; empty if this server is built in another way. */
    public Optional<ThreadPoolExecutor> current() {
        try {
            return Optional.of(pool(threads()));
        } catch (ReflectiveOperationException | RuntimeException otherServer) {
            return Optional.empty();
        }
    }

    private Object threads() throws ReflectiveOperationException {
        Object policy = executor.getClass().getMethod("getNormalPolicyExecutor").invoke(executor);
        return field(policy, "libertyThreadPool");
    }

    private static ThreadPoolExecutor pool(Object threads) throws ReflectiveOperationException {
        return (ThreadPoolExecutor) call(threads, "getThreadPool");
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    private static Object call(Object owner, String name) throws ReflectiveOperationException {
        Method method = owner.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(owner);
    }
}
