package dev.holdfast.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.events.entity.StreamCaller;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.schedule.control.LogNumbers;
import dev.holdfast.schedule.control.ManualSchedule;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.session.control.EndedSessions;
import dev.holdfast.session.control.MarkedAccounts;
import jakarta.enterprise.event.Startup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The looks at all open streams: who is told of an end, and whose time is up. */
class TellingEndsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final UUID account = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final RecordingOutlet client = new RecordingOutlet();
    private final Map<UUID, EndReason> over = new HashMap<>();
    private final Map<UUID, EndReason> overByMark = new HashMap<>();
    private final LiveStreams streams = new LiveStreams();
    private final TellingEnds ends = new TellingEnds();
    private final TellingMarkedEnds markedEnds = new TellingMarkedEnds();
    private boolean broken;
    private boolean markedBroken;

    @BeforeEach
    void open() {
        streams.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        streams.config = new EventsConfig(SettingsOf.map(Map.of()));
        ends.streams = streams;
        ends.ended = new EndedSessions() {
            @Override
            public Optional<EndReason> reasonOf(UUID sessionId) {
                failIf(broken);
                return Optional.ofNullable(over.get(sessionId));
            }
        };
        markedEnds.streams = streams;
        markedEnds.marked = new MarkedAccounts() {
            @Override
            public Optional<EndReason> whyOver(UUID accountId, UUID sessionId) {
                failIf(markedBroken);
                return Optional.ofNullable(overByMark.get(sessionId));
            }
        };
        streams.admit(new LiveStream(new StreamCaller(account, session, NOON, NOON.plus(LIFETIME)), client));
        client.sent.clear();
    }

    @Test
    void roundWhenTheSessionHasEndedThenItsReasonIsToldAndThePlaceIsFree() {
        over.put(session, EndReason.GOOGLE_SIGNED_OUT);

        look(NOON);
        look(NOON);

        assertEquals(List.of("SessionEnded[reason=GOOGLE_SIGNED_OUT]", RecordingOutlet.CLOSED), client.sent);
        assertEquals(0, streams.size());
    }

    @Test
    void roundWhenTheAccessTokenHasExpiredThenTheStreamClosesWithoutAWord() {
        look(NOON.plusSeconds(1));
        assertEquals(1, streams.size());

        look(NOON.plus(LIFETIME));

        assertEquals(RecordingOutlet.CLOSED, client.sent.get(client.sent.size() - 1));
        assertEquals(0, client.sent.stream().filter(sent -> sent.startsWith("SessionEnded")).count());
        assertEquals(0, streams.size());
    }

    /** The first job never waits for what only the database knows. */
    @Test
    void roundWhenOnlyTheDatabaseKnowsOfTheEndThenTheOtherJobTellsIt() {
        overByMark.put(session, EndReason.ENDED_ELSEWHERE);

        look(NOON);
        assertEquals(1, streams.size());
        markedEnds.round();

        assertEquals(List.of("SessionEnded[reason=ENDED_ELSEWHERE]", RecordingOutlet.CLOSED), client.sent);
        assertEquals(0, streams.size());
    }

    /** Each job fails and recovers by itself, so each has lines of its own. */
    @Test
    void turnWhenOneOfTheJobsFailsThenItsOwnLinesTellThatOnce() {
        ManualSchedule turns = scheduleOf(ends::start, schedule -> ends.schedule = schedule);
        ManualSchedule markedTurns = scheduleOf(markedEnds::start, schedule -> markedEnds.schedule = schedule);
        ends.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        try (LogNumbers told = new LogNumbers("dev.holdfast.events")) {
            broken = true;
            turns.turn();
            turns.turn();
            markedTurns.turn();
            assertEquals(List.of("HF1131"), told.seen());

            markedBroken = true;
            markedTurns.turn();
            markedTurns.turn();
            broken = false;
            turns.turn();
            turns.turn();
            assertEquals(List.of("HF1131", "HF1136", "HF1132"), told.seen());

            markedBroken = false;
            markedTurns.turn();
            markedBroken = true;
            markedTurns.turn();
            assertEquals(List.of("HF1131", "HF1136", "HF1132", "HF1136"), told.seen());
        }
    }

    private static ManualSchedule scheduleOf(Consumer<Startup> start, Consumer<Schedule> inject) {
        ManualSchedule schedule = new ManualSchedule();
        inject.accept(schedule);
        start.accept(new Startup());
        return schedule;
    }

    private static void failIf(boolean broken) {
        if (broken) {
            throw new IllegalStateException("of this test");
        }
    }

    private void look(Instant now) {
        ends.clock = Clock.fixed(now, ZoneOffset.UTC);
        ends.round();
    }
}
