package dev.holdfast.session.control;

import dev.holdfast.schedule.control.Outage;
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
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts live sessions periodically, so that reading the number needs no database query. */
@ApplicationScoped
public class SessionCounts {

    /** The number of sessions that were live at the time {@code at}. */
    public record LiveCount(long sessions, Instant at) {}

    private static final Duration FIRST_AFTER = Duration.ofSeconds(4);
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Inject LiveSessionStore sessions;
    @Inject @DatabaseTime Clock clock;
    @Inject Schedule schedule;

    private volatile Optional<LiveCount> latest = Optional.empty();
    private final Outage outage = new Outage(SessionLog::notCounted);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.sparingly(FIRST_AFTER, EVERY, this::round, this::notCounted);
    }

    /**
     * The number of live sessions on all nodes together; empty before the first count and after a failed one. On
     * PostgreSQL it is an estimate once the table has about a million rows, ended sessions included.
     */
    public OptionalLong live() {
        return latest.map(counted -> OptionalLong.of(counted.sessions())).orElse(OptionalLong.empty());
    }

    /** The same with the time of the count. */
    public Optional<LiveCount> latest() {
        return latest;
    }

    private void round() {
        Instant now = clock.instant();
        latest = Optional.of(new LiveCount(sessions.count(now), now));
        outage.over();
    }

    private void notCounted(Throwable failed) {
        latest = Optional.empty();
        outage.failed(failed);
    }
}
