package dev.holdfast.account.control;

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
 * Removes events older than {@code holdfast.activity.retention}, in small transactions. Any number of nodes may run it at
 * the same time: rows that another node has removed are skipped.
 */
@ApplicationScoped
public class ActivityRetention {

    private static final long FIRST_AFTER_SECONDS = 20;
    private static final long AGAIN_AFTER_SECONDS = 900;
    private static final int BATCH = 500;

    @Inject ActivityRemoval removal;
    @Inject AccountConfig config;
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
            AccountLog.activityNotRemoved(failed);
        }
    }

    /** Removes all events that are too old at {@code now}, and returns their number. */
    public long removeAt(Instant now) {
        Instant before = now.minus(config.activityRetention());
        long removed = 0;
        int batch = BATCH;
        while (batch == BATCH && !Thread.currentThread().isInterrupted()) {
            batch = removal.removeBefore(before, BATCH);
            removed += batch;
        }
        if (removed > 0) {
            AccountLog.activityRemoved(removed);
        }
        return removed;
    }
}
