package dev.holdfast.custody.revocation;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.google.token.Revocation;
import dev.holdfast.google.token.RevocationOutcome;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Tells Google about parked revocations, with retries until it has heard or a day is over, on one node at a time. */
@ApplicationScoped
public class RevocationJob {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int AT_A_TIME = 20;

    @Inject ParkedRevocations parked;
    @Inject Revocation revocation;
    @Inject Clock clock;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(EVERY, EVERY, this::round, CustodyLog::revocationsNotRead);
    }

    /** Runs a round at once for a new revocation; the schedule is for retries. */
    void parked(@Observes RevocationParked news) {
        schedule.soon();
    }

    /** Revokes one at a time, however much is parked: Google may be slow, and threads are few. */
    private void round() {
        parked.due(AT_A_TIME).forEach(this::tell);
        parked.forgetOldTries();
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
