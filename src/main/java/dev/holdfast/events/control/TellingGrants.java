package dev.holdfast.events.control;

import dev.holdfast.custody.grant.Grants;
import dev.holdfast.events.entity.LiveEvent;
import dev.holdfast.schedule.control.Outage;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells open pages how their grant is doing, whichever node has changed it. Once a second it reads status and scopes of the
 * grants whose people have a page open here, with one small query for each {@value #AT_A_TIME}; without a page, with none.
 */
@ApplicationScoped
public class TellingGrants {

    static final int AT_A_TIME = 400;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject LiveStreams streams;
    @Inject Grants grants;
    @Inject Schedule schedule;

    private final Outage outage = new Outage(EventsLog::grantsNotRead, EventsLog::grantsReadAgain);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(PAUSE, PAUSE, this::round, outage::failed);
    }

    void round() {
        List<UUID> accounts = streams.all().stream().map(stream -> stream.caller().accountId()).distinct().toList();
        if (accounts.isEmpty()) {
            return;
        }
        Map<UUID, Grants.Glance> glances = new HashMap<>();
        for (int from = 0; from < accounts.size(); from += AT_A_TIME) {
            glances.putAll(grants.glancesAt(accounts.subList(from, Math.min(accounts.size(), from + AT_A_TIME))));
        }
        streams.all().forEach(stream -> tell(stream, Optional.ofNullable(glances.get(stream.caller().accountId()))));
        outage.over();
    }

    private static void tell(LiveStream stream, Optional<Grants.Glance> glance) {
        glance.ifPresent(seen -> stream.tell(new LiveEvent.GrantState(seen.status().code(), seen.missingScopes())));
    }
}
