package dev.holdfast.custody.revocation;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.google.token.Revocation;
import dev.holdfast.google.token.RevocationOutcome;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells Google about parked revocations, with retries until it has heard or a day is over, on one node at a time. */
@ApplicationScoped
public class RevocationJob {

    private static final long EVERY_SECONDS = 5;
    private static final int AT_A_TIME = 20;

    @Inject ParkedRevocations parked;
    @Inject Revocation revocation;
    @Inject Clock clock;

    @Resource
    ManagedScheduledExecutorService scheduler;

    /** True while a round waits to begin: it will find whatever is parked until then. */
    private final AtomicBoolean newsWaiting = new AtomicBoolean();

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

    /** Runs a round at once for a new revocation; the schedule is for retries. */
    void parked(@Observes RevocationParked news) {
        if (newsWaiting.compareAndSet(false, true)) {
            scheduler.execute(this::round);
        }
    }

    /** Revokes one at a time, however much is parked: Google may be slow, and threads are few. */
    private synchronized void round() {
        newsWaiting.set(false);
        try {
            parked.due(AT_A_TIME).forEach(this::tell);
            parked.forgetOldTries();
        } catch (RuntimeException | Error failed) {
            CustodyLog.revocationsNotRead(failed);
        }
    }

    private void tell(ParkedRevocation due) {
        if (due.isHopelessAt(clock.instant())) {
            CustodyLog.revocationGivenUp();
            parked.done(due);
            return;
        }
        parked.claim(due).ifPresent(claimed -> {
            RevocationOutcome outcome = revocation.revoke(claimed.token());
            parked.settle(claimed);
            if (outcome == RevocationOutcome.DONE) {
                parked.done(due);
            }
        });
    }
}
