package dev.holdfast.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.events.entity.StreamAdmission;
import dev.holdfast.events.entity.StreamCaller;
import dev.holdfast.google.SettingsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of the streams: four for a session, and the configured number for a node. */
class LiveStreamsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final UUID SESSION = UUID.randomUUID();

    private final RecordingOutlet client = new RecordingOutlet();

    @Test
    void admitWhenTheSessionHasFourThenTheOthersAreProbedAndAPlaceIsFreeOnceOneLeaves() {
        LiveStreams streams = limitedTo(100);
        List<LiveStream> four = IntStream.range(0, 4).mapToObj(each -> stream(SESSION)).toList();
        four.forEach(stream -> assertEquals(StreamAdmission.OPEN, streams.admit(stream)));
        client.sent.clear();

        assertEquals(StreamAdmission.SESSION_FULL, streams.admit(stream(SESSION)));
        assertEquals(List.of(":", ":", ":", ":"), client.sent, "a comment to each of the four, and no greeting");
        assertEquals(StreamAdmission.OPEN, streams.admit(stream(UUID.randomUUID())), "another session has places of its own");

        streams.leave(four.get(0));
        streams.leave(four.get(0));
        assertEquals(StreamAdmission.OPEN, streams.admit(stream(SESSION)));
        assertEquals(StreamAdmission.SESSION_FULL, streams.admit(stream(SESSION)));
    }

    @Test
    void admitWhenTheNodeIsFullThenRefusedUntilOneLeaves() {
        LiveStreams streams = limitedTo(2);
        LiveStream first = stream(UUID.randomUUID());
        assertEquals(StreamAdmission.OPEN, streams.admit(first));
        assertEquals(StreamAdmission.OPEN, streams.admit(stream(UUID.randomUUID())));
        assertEquals(StreamAdmission.NODE_FULL, streams.admit(stream(UUID.randomUUID())));
        assertEquals(2, streams.size());
        streams.leave(first);
        assertEquals(StreamAdmission.OPEN, streams.admit(stream(UUID.randomUUID())));
    }

    @Test
    void admitWhenStreamsAreTurnedOffThenRefused() {
        assertEquals(StreamAdmission.NODE_FULL, limitedTo(0).admit(stream(SESSION)));
        assertTrue(client.sent.isEmpty());
    }

    @Test
    void endWhenTwoJobsFindItAtOnceThenTheClientIsToldOnce() {
        LiveStreams streams = limitedTo(2);
        LiveStream stream = stream(SESSION);
        streams.admit(stream);
        client.sent.clear();

        streams.end(stream, EndReason.SIGNED_OUT);
        streams.end(stream, EndReason.SIGNED_OUT);

        assertEquals(2, client.sent.size(), "the reason, and the end of the stream");
        assertEquals(0, streams.size());
    }

    private LiveStream stream(UUID session) {
        return new LiveStream(new StreamCaller(UUID.randomUUID(), session, NOON, NOON.plusSeconds(300)), client);
    }

    private static LiveStreams limitedTo(int most) {
        LiveStreams streams = new LiveStreams();
        streams.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        streams.config = new EventsConfig(SettingsOf.map(Map.of("holdfast.session.event-streams", Integer.toString(most))));
        return streams;
    }
}
