package dev.holdfast.session.control;

import dev.holdfast.session.entity.EndedSession;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Learns what ended on other nodes, by one small query a few times a second. Rows commit out of order and clocks of
 * nodes differ, so each query looks back a while; what is known already is passed over.
 */
@ApplicationScoped
public class RevocationFeed {

    private static final long PAUSE_MILLIS = 400;
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    @Inject SessionReads reads;
    @Inject EndedSessions ended;
    @Inject SessionConfig config;
    @Inject Clock clock;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private volatile Instant readUpTo;
    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        readFrom(clock.instant().minus(EndedSessions.REMEMBERED));
        schedule = scheduler.scheduleWithFixedDelay(this::poll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    /** Whether this node knows what has ended, as far as {@code holdfast.session.feed-tolerance} allows. */
    public boolean isCurrent() {
        return clock.instant().isBefore(readUpTo.plus(config.feedTolerance()));
    }

    private void poll() {
        try {
            readFrom(readUpTo.minus(OVERLAP));
        } catch (RuntimeException unreadable) {
            SessionLog.feedNotRead(unreadable);
        }
    }

    private void readFrom(Instant since) {
        Instant now = clock.instant();
        List<EndedSession> found = reads.endedSince(since);
        ended.remember(found);
        ended.forgetBefore(now.minus(EndedSessions.REMEMBERED));
        readUpTo = now;
    }
}
