package dev.holdfast.schedule.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.schedule.control.LibertyThreads;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows the threads that serve requests; on a server whose threads cannot be reached there is nothing to show. */
@ApplicationScoped
public class ThreadMetrics {

    @Inject MetricRegistry registry;
    @Inject LibertyThreads liberty;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        if (liberty.current().isPresent()) {
            registry.gauge(MetricNames.THREADS, () -> number(ThreadPoolExecutor::getActiveCount), new Tag("state", "busy"));
            registry.gauge(MetricNames.THREADS, () -> number(ThreadMetrics::idle), new Tag("state", "idle"));
            registry.gauge(MetricNames.THREADS_MAX, () -> number(ThreadPoolExecutor::getMaximumPoolSize));
        }
    }

    private static int idle(ThreadPoolExecutor pool) {
        return Math.max(0, pool.getPoolSize() - pool.getActiveCount());
    }

    private double number(ToIntFunction<ThreadPoolExecutor> of) {
        return liberty.current().map(of::applyAsInt).map(Integer::doubleValue).orElse(Double.NaN);
    }
}
