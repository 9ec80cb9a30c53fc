package dev.holdfast.custody.boundary;

import dev.holdfast.custody.CustodyEvent;
import dev.holdfast.custody.refresh.RefreshEnded;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what happens to grants, once it is written. */
@ApplicationScoped
public class CustodyMetrics {

    @Inject MetricRegistry registry;

    /** Registers each counter at 0 from the start: a rate needs a value to rise from. */
    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        Stream.of(CustodyEvent.values()).map(CustodyEvent::metric).forEach(registry::counter);
        RefreshEnded.all().forEach(this::refreshes);
    }

    void happened(@Observes CustodyEvent event) {
        registry.counter(event.metric()).inc();
    }

    void refreshEnded(@Observes RefreshEnded ended) {
        refreshes(ended).inc();
    }

    private Counter refreshes(RefreshEnded ended) {
        return registry.counter(MetricNames.REFRESHES, new Tag("outcome", ended.outcomeCode()),
                new Tag("reason", ended.reason()));
    }
}
