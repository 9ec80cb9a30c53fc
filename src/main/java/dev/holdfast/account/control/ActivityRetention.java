package dev.holdfast.account.control;

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
 * Removes events older than {@code holdfast.activity.retention}, in small transactions. Any number of nodes may run it at
 * the same time: rows that another node has removed are skipped.
 */
@ApplicationScoped
public class ActivityRetention {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(20);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);
    private static final int BATCH = 500;

    @Inject ActivityRemoval removal;
    @Inject AccountConfig config;
    @Inject @DatabaseTime Clock clock;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(FIRST_AFTER, AGAIN_AFTER, () -> removeAt(clock.instant()), AccountLog::activityNotRemoved);
    }

    /** Removes all events that are too old at {@code now}, and returns their number. */
    public long removeAt(Instant now) {
        Instant before = now.minus(config.activityRetention());
        long removed = Batches.untilFewer(BATCH, most -> removal.removeBefore(before, most));
        if (removed > 0) {
            AccountLog.activityRemoved(removed);
        }
        return removed;
    }
}
