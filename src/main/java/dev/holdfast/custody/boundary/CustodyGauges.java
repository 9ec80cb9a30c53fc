package dev.holdfast.custody.boundary;

import dev.holdfast.custody.care.GrantCounts;
import dev.holdfast.custody.care.GrantCountsJob;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.custody.refresh.AcquireTally;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows how grants stand, from memory alone: a scrape costs no query. Unknown values are reported as NaN. */
@ApplicationScoped
public class CustodyGauges {

    @Inject MetricRegistry registry;
    @Inject AcquireTally tally;
    @Inject GrantCountsJob job;
    @Inject Clock clock;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.gauge(MetricNames.ACQUIRES, tally::hits, new Tag("from", "memory"));
        registry.gauge(MetricNames.ACQUIRES, tally::misses, new Tag("from", "elsewhere"));
        registry.gauge(MetricNames.REFRESH_JOINS, tally::joins);
        tally.onWait(registry.timer(MetricNames.ACQUIRE_WAITS)::update);
        for (GrantStatus status : GrantStatus.values()) {
            registry.gauge(MetricNames.GRANTS, () -> counted(counts -> counts.grants(status)),
                    new Tag("status", status.code()));
        }
        registry.gauge(MetricNames.PARKED_REVOCATIONS, () -> counted(GrantCounts::parked));
        registry.gauge(MetricNames.PARKED_REVOCATIONS_AGE, () -> counted(this::oldestSeconds));
    }

    private double oldestSeconds(GrantCounts counts) {
        return counts.oldestParked().map(at -> Duration.between(at, clock.instant()).toSeconds()).orElse(0L);
    }

    private double counted(ToDoubleFunction<GrantCounts> number) {
        return job.latest().map(number::applyAsDouble).orElse(Double.NaN);
    }
}
