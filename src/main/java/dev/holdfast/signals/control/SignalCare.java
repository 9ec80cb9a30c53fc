package dev.holdfast.signals.control;

import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.schedule.control.Batches;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.signals.entity.SignalCounts;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Counts the inbox every 30 seconds, so that readers of the numbers need no query, and removes what is too old. */
@ApplicationScoped
public class SignalCare {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(4);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_A_TIME = 500;

    @Inject SignalConfig config;
    @Inject SignalInbox inbox;
    @Inject Schedule schedule;

    private volatile Optional<SignalCounts> latest = Optional.empty();

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        if (config.isOn()) {
            schedule.sparingly(FIRST_AFTER, EVERY, this::round, this::notCounted);
        }
    }

    /** Returns the latest count; empty before the first one, after a failed one, and while signals are off. */
    public Optional<SignalCounts> latest() {
        return latest;
    }

    private void round() {
        latest = Optional.of(inbox.count());
        long removed = Batches.untilFewer(AT_A_TIME, inbox::removeOld);
        if (removed > 0) {
            SignalLog.removed(removed);
        }
    }

    private void notCounted(Throwable failed) {
        latest = Optional.empty();
        SignalLog.inboxNotRead(failed);
    }
}
