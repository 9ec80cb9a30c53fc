package dev.holdfast.session.control;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes marked endings to the rows of their sessions, page by page, each page in its own transaction. The node that made
 * the mark starts at once. If that node dies, another one goes on when its lease of {@code TAKEN_FOR} has run out.
 */
@ApplicationScoped
public class EndingRounds {

    private static final Duration TAKEN_FOR = Duration.ofSeconds(15);
    private static final long EVERY_SECONDS = 5;
    private static final int AT_A_TIME = 20;

    /** The most pages of one account in a row; then the next account has its turn. */
    private static final int PAGES_IN_TURN = 10;

    @Inject SessionEndings endings;
    @Inject @DatabaseTime Clock clock;

    @Resource
    ManagedScheduledExecutorService scheduler;

    /** Whether a round is queued. It will find every mark that is committed before it begins. */
    private final AtomicBoolean roundWaiting = new AtomicBoolean();

    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule = scheduler.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    void marked(@Observes EndingMarked marked) {
        if (roundWaiting.compareAndSet(false, true)) {
            scheduler.execute(this::round);
        }
    }

    /** Runs one at a time on each node. */
    private synchronized void round() {
        roundWaiting.set(false);
        try {
            List<UUID> due = endings.due(AT_A_TIME);
            while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
                due.forEach(this::takeTurn);
                due = endings.due(AT_A_TIME);
            }
        } catch (RuntimeException | Error failed) {
            // An exception that escapes would end the schedule.
            SessionLog.endingsNotWritten(failed);
        }
    }

    private void takeTurn(UUID ending) {
        if (!endings.take(ending, clock.instant().plus(TAKEN_FOR))) {
            return;
        }
        for (int page = 0; page < PAGES_IN_TURN; page++) {
            if (endings.goOn(ending)) {
                return;
            }
        }
        endings.release(ending);
    }
}
