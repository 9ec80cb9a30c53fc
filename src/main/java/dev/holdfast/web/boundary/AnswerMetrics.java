package dev.holdfast.web.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.web.entity.AnswerLabels;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts answers by area and status. Liberty's own metric is switched off, because it keeps a series for every HTTP method
 * that a client invents.
 */
@ApplicationScoped
public class AnswerMetrics {

    @Inject MetricRegistry registry;

    private final Map<AnswerLabels, Counter> counters = new ConcurrentHashMap<>();

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        AnswerLabels.all().forEach(this::counter);
    }

    public void count(AnswerLabels labels) {
        counter(labels).inc();
    }

    private Counter counter(AnswerLabels labels) {
        return counters.computeIfAbsent(labels, one -> registry.counter(MetricNames.ANSWERS,
                new Tag("area", one.area()), new Tag("status", one.status())));
    }
}
