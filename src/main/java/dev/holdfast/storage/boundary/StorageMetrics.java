package dev.holdfast.storage.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.control.DatabaseProbe;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows whether the database answers, from the latest probe: a scrape costs no query. */
@ApplicationScoped
public class StorageMetrics {

    @Inject MetricRegistry registry;
    @Inject DatabaseProbe probe;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.gauge(MetricNames.CHECK_UP, () -> probe.isAnswering() ? 1 : 0, new Tag("check", DatabaseReady.NAME));
    }
}
