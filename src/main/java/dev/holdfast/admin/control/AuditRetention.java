package dev.holdfast.admin.control;

import dev.holdfast.schedule.control.Batches;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes entries of the audit trail older than {@code holdfast.audit.retention}, in small transactions. Any number of nodes
 * may run it at the same time: rows that another node has removed are skipped.
 */
@ApplicationScoped
public class AuditRetention {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(25);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);
    private static final int BATCH = 500;

    @Inject AuditRemoval removal;
    @Inject AdminConfig config;
    @Inject @DatabaseTime Clock clock;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(FIRST_AFTER, AGAIN_AFTER, () -> removeAt(clock.instant()), AdminLog::entriesNotRemoved);
    }

    /** Removes all entries that are too old at {@code now}, and returns their number. */
    public long removeAt(Instant now) {
        Instant before = now.minus(config.auditRetention());
        long removed = Batches.untilFewer(BATCH, most -> removal.removeBefore(before, most));
        if (removed > 0) {
            AdminLog.entriesRemoved(removed);
        }
        return removed;
    }
}
