package dev.holdfast.custody.care;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts grants every 30 seconds, or less often if that takes long, so that readers of the numbers need no query. Warns of
 * grants that end soon.
 */
@ApplicationScoped
public class GrantCountsJob {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_A_TIME = 100;

    @Inject GrantCare care;
    @Inject Schedule schedule;

    private volatile Optional<GrantCounts> latest = Optional.empty();

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.sparingly(FIRST_AFTER, EVERY, this::round, this::notCounted);
    }

    /** Returns the latest count; empty before the first one and after a round that failed. */
    public Optional<GrantCounts> latest() {
        return latest;
    }

    /** Counts, and warns of the grants that end soon. Returns what was counted. */
    public GrantCounts round() {
        GrantCounts counted = care.count();
        latest = Optional.of(counted);
        int looked = AT_A_TIME;
        while (looked == AT_A_TIME && !Thread.currentThread().isInterrupted()) {
            looked = care.warnOfEnding(AT_A_TIME);
        }
        return counted;
    }

    private void notCounted(Throwable failed) {
        latest = Optional.empty();
        CustodyLog.careInterrupted(failed);
    }
}
