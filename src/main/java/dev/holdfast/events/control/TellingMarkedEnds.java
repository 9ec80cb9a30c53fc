package dev.holdfast.events.control;

import dev.holdfast.schedule.control.Outage;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.session.control.MarkedAccounts;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Tells open pages of a marked account, of which many sessions have ended at once, whether theirs is among them. It asks the
 * database once for each session. It has a schedule of its own, so that a database that hangs delays no other end and no comment.
 */
@ApplicationScoped
public class TellingMarkedEnds {

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Inject LiveStreams streams;
    @Inject MarkedAccounts marked;
    @Inject Schedule schedule;

    private final Outage outage = new Outage(EventsLog::markedEndsNotTold);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(PAUSE, PAUSE, this::round, outage::failed);
    }

    void round() {
        streams.all().forEach(stream -> marked.whyOver(stream.caller().accountId(), stream.caller().sessionId())
                .ifPresent(reason -> streams.end(stream, reason)));
        outage.over();
    }
}
