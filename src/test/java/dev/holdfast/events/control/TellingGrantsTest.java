package dev.holdfast.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.events.entity.StreamCaller;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.schedule.control.LogNumbers;
import dev.holdfast.schedule.control.ManualSchedule;
import jakarta.enterprise.event.Startup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines about the grants of open pages while the database comes and goes. */
class TellingGrantsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final UUID account = UUID.randomUUID();
    private final RecordingOutlet client = new RecordingOutlet();
    private final LiveStream stream = new LiveStream(
            new StreamCaller(account, UUID.randomUUID(), NOON, NOON.plus(Duration.ofMinutes(5))), client);
    private final LiveStreams streams = new LiveStreams();
    private final ManualSchedule schedule = new ManualSchedule();
    private boolean away;

    @BeforeEach
    void open() {
        streams.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        streams.config = new EventsConfig(SettingsOf.map(Map.of()));
        TellingGrants grants = new TellingGrants();
        grants.streams = streams;
        grants.schedule = schedule;
        grants.grants = new Grants() {
            @Override
            public Map<UUID, Glance> glancesAt(List<UUID> accountIds) {
                if (away) {
                    throw new IllegalStateException("the database is away");
                }
                return Map.of(account, new Glance(GrantStatus.ACTIVE, List.of()));
            }
        };
        streams.admit(stream);
        client.sent.clear();
        grants.start(new Startup());
    }

    @Test
    void turnWhenTheDatabaseStaysAwayThenThatIsToldOnceAndSoIsItsReturn() {
        try (LogNumbers told = new LogNumbers("dev.holdfast.events")) {
            away = true;
            schedule.turn();
            schedule.turn();
            assertEquals(List.of("HF1133"), told.seen());

            away = false;
            schedule.turn();
            schedule.turn();
            assertEquals(List.of("HF1133", "HF1134"), told.seen());
        }
        assertEquals(List.of("GrantState[status=active, missingScopes=[]]"), client.sent);
    }

    /** Without an open page nothing is read, so nothing shows that it can be. */
    @Test
    void turnWhenTheLastPageHasGoneThenTheDatabaseIsNotTakenForBack() {
        try (LogNumbers told = new LogNumbers("dev.holdfast.events")) {
            away = true;
            schedule.turn();
            streams.leave(stream);
            schedule.turn();
            assertEquals(List.of("HF1133"), told.seen());
        }
    }
}
