package dev.holdfast.custody.boundary;

import dev.holdfast.custody.control.ClientRejected;
import dev.holdfast.health.MetricNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Counts what happens to grants. */
@ApplicationScoped
public class CustodyMetrics {

    @Inject MetricRegistry registry;

    void clientRejected(@Observes ClientRejected rejected) {
        registry.counter(MetricNames.CLIENT_REJECTED).inc();
    }
}
