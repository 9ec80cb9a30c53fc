package dev.holdfast.gateway.boundary;

import dev.holdfast.gateway.control.GatewayConfig;
import dev.holdfast.gateway.control.GatewayLog;
import dev.holdfast.gateway.control.GatewayOutcome;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts the requests to each configured API by their outcome, and the answers that broke on the way. */
@ApplicationScoped
public class GatewayMetrics {

    private static final String BROKEN = "broken";

    @Inject MetricRegistry registry;
    @Inject GatewayConfig config;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        config.apis().forEach(api -> {
            GatewayLog.open(api.name(), api.rules().size());
            GatewayOutcome.codes().forEach(end -> counter(api.name(), end));
            counter(api.name(), BROKEN);
        });
    }

    /** Counts an outcome. {@code api}: the name of a configured API. */
    void count(String api, GatewayOutcome outcome) {
        counter(api, outcome.code()).inc();
    }

    void countBroken(String api) {
        counter(api, BROKEN).inc();
    }

    private Counter counter(String api, String end) {
        return registry.counter(MetricNames.GATEWAY_CALLS, new Tag("api", api), new Tag("end", end));
    }
}
