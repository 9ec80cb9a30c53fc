package dev.holdfast.drive.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Counts what people cannot see in a listing because it could not be read. */
@ApplicationScoped
public class DriveMetrics {

    @Inject MetricRegistry registry;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.counter(MetricNames.DRIVE_ENTRIES_UNREADABLE);
    }

    /** Also tells the operator, if there were any. */
    void countLeftOut(int entries) {
        if (entries > 0) {
            registry.counter(MetricNames.DRIVE_ENTRIES_UNREADABLE).inc(entries);
            DriveLog.entriesLeftOut(entries);
        }
    }
}
