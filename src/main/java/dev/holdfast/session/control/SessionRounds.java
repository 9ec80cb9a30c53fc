package dev.holdfast.session.control;

import dev.holdfast.session.entity.Session;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Cleans up in the background: records the end of sessions that are over by time, and removes tombstones one day after
 * their absolute end. It works in small transactions, on any number of nodes at once.
 */
@ApplicationScoped
public class SessionRounds {

    /** How long after a session's absolute end the holder of its token is still told why it ended. */
    static final Duration TOLD_FOR = Duration.ofDays(1);

    private static final long FIRST_AFTER_SECONDS = 20;
    private static final long AGAIN_AFTER_SECONDS = 900;
    private static final int OVERDUE_BATCH = 100;
    private static final int REMOVED_BATCH = 500;

    @Inject SessionClearing clearing;
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

    private void round() {
        try {
            clearAt(clock.instant());
        } catch (RuntimeException | Error failed) {
            // An exception that escapes would end the schedule.
            SessionLog.notCleared(failed);
        }
    }

    /** Cleans up everything that is due at that time. */
    public void clearAt(Instant now) {
        long recorded = recordOverdue(now);
        long removed = remove(now.minus(TOLD_FOR));
        if (recorded > 0 || removed > 0) {
            SessionLog.cleared(recorded, removed);
        }
    }

    private long recordOverdue(Instant now) {
        long recorded = 0;
        List<Session> page = clearing.dueAfter(Optional.empty(), now, OVERDUE_BATCH);
        while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
            recorded += page.stream().filter(session -> clearing.sweep(session, now)).count();
            page = clearing.dueAfter(Optional.of(page.get(page.size() - 1)), now, OVERDUE_BATCH);
        }
        return recorded;
    }

    private long remove(Instant before) {
        long removed = 0;
        int batch = REMOVED_BATCH;
        while (batch == REMOVED_BATCH && !Thread.currentThread().isInterrupted()) {
            batch = clearing.removeEndedBefore(before, REMOVED_BATCH);
            removed += batch;
        }
        return removed;
    }
}
