package dev.holdfast.session.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.session.control.Refreshed;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts refreshes of our own tokens by result, and times those that ask the database. */
@ApplicationScoped
public class RefreshMetrics {

    @Inject MetricRegistry registry;

    private final Map<RefreshLabels, Counter> counters = new ConcurrentHashMap<>();
    private Timer timer;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        timer = registry.timer(MetricNames.SESSION_REFRESH_TIMES);
        RefreshLabels.all().forEach(this::counter);
    }

    void count(RefreshLabels labels) {
        counter(labels).inc();
    }

    private Counter counter(RefreshLabels labels) {
        return counters.computeIfAbsent(labels, one -> registry.counter(MetricNames.SESSION_REFRESHES,
                new Tag("outcome", one.outcome()), new Tag("reason", one.reason())));
    }

    public Refreshed measure(Supplier<Refreshed> refresh) {
        long begun = System.nanoTime();
        RefreshLabels labels = RefreshLabels.BROKEN;
        try {
            Refreshed refreshed = refresh.get();
            labels = RefreshLabels.of(refreshed);
            return refreshed;
        } catch (RuntimeException failure) {
            labels = StorageFailure.isCauseOf(failure) ? RefreshLabels.STORAGE_UNAVAILABLE : labels;
            throw failure;
        } finally {
            timer.update(Duration.ofNanos(System.nanoTime() - begun));
            count(labels);
        }
    }
}
