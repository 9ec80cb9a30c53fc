package dev.holdfast.admin.control;

import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Removes entries of the audit trail older than {@code holdfast.audit.retention}, in small transactions. Any number of nodes
 * may run it at the same time: rows that another node has removed are skipped.
 */
@ApplicationScoped
public class AuditRetention {

    private static final long FIRST_AFTER_SECONDS = 25;
    private static final long AGAIN_AFTER_SECONDS = 900;
    private static final int BATCH = 500;

    @Inject AuditRemoval removal;
    @Inject AdminConfig config;
    @Inject @DatabaseTime Clock clock;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule = scheduler.scheduleWithFixedDelay(this::round, FIRST_AFTER_SECONDS, AGAIN_AFTER_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    void round() {
        try {
            removeAt(clock.instant());
        } catch (RuntimeException | Error failed) {
            // An exception would end the schedule.
            AdminLog.entriesNotRemoved(failed);
        }
    }

    /** Removes all entries that are too old at {@code now}, and returns their number. */
    public long removeAt(Instant now) {
        Instant before = now.minus(config.auditRetention());
        long removed = 0;
        int batch = BATCH;
        while (batch == BATCH && !Thread.currentThread().isInterrupted()) {
            batch = removal.removeBefore(before, BATCH);
            removed += batch;
        }
        if (removed > 0) {
            AdminLog.entriesRemoved(removed);
        }
        return removed;
    }
}
