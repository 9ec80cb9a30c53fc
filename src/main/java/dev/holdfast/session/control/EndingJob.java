package dev.holdfast.session.control;

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
import java.util.List;
import java.util.UUID;

/**
 * Writes marked endings to the rows of their sessions, page by page, each page in its own transaction. The node that made
 * the mark starts at once. If that node dies, another one goes on when its lease of {@code TAKEN_FOR} has run out.
 */
@ApplicationScoped
public class EndingJob {

    private static final Duration TAKEN_FOR = Duration.ofSeconds(15);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int AT_A_TIME = 20;

    /** The most pages of one account in a row; then the next account has its turn. */
    private static final int PAGES_IN_TURN = 10;

    @Inject SessionEndings endings;
    @Inject @DatabaseTime Clock clock;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(EVERY, EVERY, this::round, SessionLog::endingsNotWritten);
    }

    void marked(@Observes EndingMarked marked) {
        schedule.soon();
    }

    private void round() {
        List<UUID> due = endings.due(AT_A_TIME);
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            due.forEach(this::takeTurn);
            due = endings.due(AT_A_TIME);
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
