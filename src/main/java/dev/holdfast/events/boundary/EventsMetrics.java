package dev.holdfast.events.boundary;

import dev.holdfast.events.control.LiveStreams;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows how many pages listen on this node. */
@ApplicationScoped
public class EventsMetrics {

    @Inject MetricRegistry registry;
    @Inject LiveStreams streams;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.gauge(MetricNames.EVENT_STREAMS, streams::size);
    }
}
