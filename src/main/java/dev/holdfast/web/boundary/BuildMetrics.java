package dev.holdfast.web.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.entity.ProductVersion;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows the version of this server, so that operators see the progress when they upgrade several servers. */
@ApplicationScoped
public class BuildMetrics {

    @Inject MetricRegistry registry;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.gauge(MetricNames.BUILD_INFO, () -> 1, new Tag("version", ProductVersion.current()));
    }
}
