package dev.holdfast.custody.care;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Counts grants every 30 seconds, so that readers of the numbers need no query, and warns of grants that end soon. */
@ApplicationScoped
public class GrantCountsJob {

    private static final long FIRST_AFTER_SECONDS = 3;
    private static final long EVERY_SECONDS = 30;
    private static final int AT_A_TIME = 100;

    @Inject GrantCare care;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private volatile GrantCounts latest;
    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule = scheduler.scheduleWithFixedDelay(this::round, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    /** Returns the latest count; empty before the first one and after a round that failed. */
    public Optional<GrantCounts> latest() {
        return Optional.ofNullable(latest);
    }

    /** Runs one round; a failure is logged, and the next round tries again. */
    public void round() {
        try {
            latest = care.count();
            int looked = AT_A_TIME;
            while (looked == AT_A_TIME && !Thread.currentThread().isInterrupted()) {
                looked = care.warnOfEnding(AT_A_TIME);
            }
        } catch (RuntimeException | Error failed) {
            latest = null;
            CustodyLog.careInterrupted(failed);
        }
    }
}
