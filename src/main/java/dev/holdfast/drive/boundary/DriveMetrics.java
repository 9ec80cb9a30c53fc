package dev.holdfast.drive.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Counts the entries that are missing in a listing because they could not be read. */
@ApplicationScoped
public class DriveMetrics {

    @Inject MetricRegistry registry;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.counter(MetricNames.DRIVE_ENTRIES_UNREADABLE);
    }

    /** Counts unreadable entries and logs a warning if there are any. */
    void countLeftOut(int entries) {
        if (entries > 0) {
            registry.counter(MetricNames.DRIVE_ENTRIES_UNREADABLE).inc(entries);
            DriveLog.entriesLeftOut(entries);
        }
    }
}
