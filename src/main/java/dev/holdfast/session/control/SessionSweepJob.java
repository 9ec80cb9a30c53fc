package dev.holdfast.session.control;

import dev.holdfast.schedule.control.Batches;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.session.entity.Session;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Cleans up in the background: records the end of sessions that are over by time, and removes tombstones one day after
 * their absolute end. It works in small transactions, on any number of nodes at once.
 */
@ApplicationScoped
public class SessionSweepJob {

    /** How long after a session's absolute end the holder of its token is still told why it ended. */
    static final Duration TOLD_FOR = Duration.ofDays(1);

    private static final Duration FIRST_AFTER = Duration.ofSeconds(20);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);
    private static final int OVERDUE_BATCH = 100;
    private static final int REMOVED_BATCH = 500;

    @Inject SessionClearing clearing;
    @Inject @DatabaseTime Clock clock;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(FIRST_AFTER, AGAIN_AFTER, () -> clearAt(clock.instant()), SessionLog::notCleared);
    }

    /** Cleans up everything that is due at that time. */
    public void clearAt(Instant now) {
        long recorded = recordOverdue(now);
        long removed = Batches.untilFewer(REMOVED_BATCH, most -> clearing.removeEndedBefore(now.minus(TOLD_FOR), most));
        if (recorded > 0 || removed > 0) {
            SessionLog.cleared(recorded, removed);
        }
    }

    /** Stops at a page that begins again where the last one began: a row that stays due must not keep the sweep going. */
    private long recordOverdue(Instant now) {
        long recorded = 0;
        Optional<UUID> began = Optional.empty();
        List<Session> page = clearing.dueAfter(Optional.empty(), now, OVERDUE_BATCH);
        while (!page.isEmpty() && !began.equals(first(page)) && !Thread.currentThread().isInterrupted()) {
            recorded += page.stream().filter(session -> clearing.sweep(session, now)).count();
            began = first(page);
            page = clearing.dueAfter(Optional.of(page.get(page.size() - 1)), now, OVERDUE_BATCH);
        }
        return recorded;
    }

    private static Optional<UUID> first(List<Session> page) {
        return page.stream().findFirst().map(Session::id);
    }
}
