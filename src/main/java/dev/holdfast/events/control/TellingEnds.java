package dev.holdfast.events.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.events.entity.StreamCaller;
import dev.holdfast.schedule.control.Outage;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.session.control.EndedSessions;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks a few times a second at all open streams, in memory: tells those whose session has ended, closes those whose access
 * token has expired, sends the comments that are due, and drops lost clients. It never asks the database, as
 * {@link TellingMarkedEnds} does.
 */
@ApplicationScoped
public class TellingEnds {

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Inject LiveStreams streams;
    @Inject EndedSessions ended;
    @Inject @DatabaseTime Clock clock;
    @Inject Schedule schedule;

    private final Outage outage = new Outage(EventsLog::endsNotTold, EventsLog::endsToldAgain);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(PAUSE, PAUSE, this::round, outage::failed);
    }

    @PreDestroy
    void stop() {
        streams.all().forEach(LiveStream::close);
    }

    void round() {
        Instant now = clock.instant();
        streams.all().forEach(stream -> visit(stream, now));
        outage.over();
    }

    private void visit(LiveStream stream, Instant now) {
        StreamCaller caller = stream.caller();
        Optional<EndReason> over = ended.reasonOf(caller.sessionId());
        if (over.isPresent()) {
            streams.end(stream, over.get());
        } else if (stream.isOverAt(now) || ended.mayHaveForgotten(caller.issuedAt())) {
            streams.leave(stream);
            stream.close();
        } else {
            stream.keepAlive(now);
        }
    }
}
