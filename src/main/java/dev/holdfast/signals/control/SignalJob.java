package dev.holdfast.signals.control;

import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.signals.control.SignalInbox.SignalStored;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Works on the signals in the inbox, each in a transaction of its own. The node that has received one starts at once; every
 * other node looks twice a second, so that one goes on when another has died. A signal that fails is tried again when its
 * lease has run out.
 */
@ApplicationScoped
public class SignalJob {

    static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 50;

    @Inject SignalConfig config;
    @Inject SignalInbox inbox;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        if (config.isOn()) {
            schedule.every(PAUSE, PAUSE, this::round, SignalLog::inboxNotRead);
        }
    }

    void stored(@Observes SignalStored stored) {
        schedule.soon();
    }

    private void round() {
        List<UUID> due = inbox.due(AT_A_TIME);
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            due.forEach(this::workOn);
            due = inbox.due(AT_A_TIME);
        }
    }

    private void workOn(UUID id) {
        if (!inbox.take(id, LEASE)) {
            return;
        }
        try {
            inbox.work(id).ifPresent(done -> SignalLog.worked(done.signal(), done.effect()));
        } catch (RuntimeException failed) {
            SignalLog.notWorked(failed);
        }
    }
}
