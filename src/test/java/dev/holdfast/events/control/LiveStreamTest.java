package dev.holdfast.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.events.entity.LiveEvent;
import dev.holdfast.events.entity.StreamCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One stream: what it sends and when it is over, on a clock that the test moves. */
class LiveStreamTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration LONGEST_PAUSE = LiveStream.LEAST_PAUSE.plus(LiveStream.SPREAD);
    private static final LiveEvent.GrantState ACTIVE = new LiveEvent.GrantState("active", List.of());

    private final RecordingOutlet client = new RecordingOutlet();
    private final LiveStream stream = new LiveStream(new StreamCaller(UUID.randomUUID(), UUID.randomUUID(), NOON,
            NOON.plusSeconds(300)), client);

    @Test
    void openWhenCalledThenTheClientIsGreetedWithTheTime() {
        stream.open(NOON);
        assertEquals(List.of(new LiveEvent.Hello(NOON).toString()), client.sent);
    }

    @Test
    void keepAliveWhenNothingHappensThenAComments15To20SecondsApart() {
        stream.open(NOON);
        Instant last = NOON;
        for (int comment = 1; comment <= 10; comment++) {
            Instant now = last.plus(LiveStream.LEAST_PAUSE);
            stream.keepAlive(now.minusMillis(1));
            assertEquals(comment, client.sent.size(), "not before 15 s");
            while (client.sent.size() == comment) {
                now = now.plusMillis(200);
                stream.keepAlive(now);
            }
            assertTrue(Duration.between(last, now).compareTo(Duration.ofSeconds(20)) < 0, "before 20 s");
            assertEquals(RecordingOutlet.COMMENT, client.sent.get(comment));
            last = now;
        }
    }

    @Test
    void tellWhenTheGrantIsTheSameThenOnce() {
        stream.open(NOON);
        client.sent.clear();
        stream.tell(ACTIVE);
        stream.tell(new LiveEvent.GrantState("active", List.of()));
        stream.tell(new LiveEvent.GrantState("scope_short", List.of("a")));
        stream.tell(new LiveEvent.GrantState("scope_short", List.of("b")));
        stream.tell(ACTIVE);
        assertEquals(4, client.sent.size());
    }

    @Test
    void tellWhenTheClientIsNotGreetedYetThenOnlyAfterTheGreeting() {
        stream.tell(ACTIVE);
        stream.open(NOON);
        stream.tell(ACTIVE);
        assertEquals(List.of(new LiveEvent.Hello(NOON).toString(), ACTIVE.toString()), client.sent);
    }

    @Test
    void tellWhenSomethingIsStillBeingSentThenTheNextTurnTellsIt() {
        client.stall();
        stream.open(NOON);
        stream.tell(ACTIVE);
        assertEquals(1, client.sent.size(), "never two at a time");

        client.takeAll();
        stream.tell(ACTIVE);

        assertEquals(List.of(new LiveEvent.Hello(NOON).toString(), ACTIVE.toString()), client.sent);
    }

    @Test
    void endWhenTheClientTakesItThenTheReasonComesBeforeTheEnd() {
        client.stall();
        stream.end(EndReason.GOOGLE_REVOKED);
        String reason = new LiveEvent.SessionEnded(EndReason.GOOGLE_REVOKED).toString();
        assertEquals(List.of(reason), client.sent, "closing earlier could cut the reason off");
        client.takeAll();
        assertEquals(List.of(reason, RecordingOutlet.CLOSED), client.sent);
    }

    @Test
    void isOverWhenTheAccessTokenExpiresThenFromThatMomentOn() {
        stream.open(NOON);
        assertFalse(stream.isOverAt(NOON.plusSeconds(300).minusMillis(1)));
        assertTrue(stream.isOverAt(NOON.plusSeconds(300)));
    }

    @Test
    void isOverWhenASendFailsThenAtOnce() {
        stream.open(NOON);
        client.goAway();
        stream.probe();
        assertTrue(stream.isOverAt(NOON));
    }

    @Test
    void isOverWhenTheClientTakesNothingUntilTheNextCommentThenLost() {
        stream.open(NOON);
        client.stall();
        stream.keepAlive(NOON.plus(LONGEST_PAUSE));
        assertFalse(stream.isOverAt(NOON.plus(LONGEST_PAUSE)));
        stream.keepAlive(NOON.plus(LONGEST_PAUSE).plus(LONGEST_PAUSE));
        assertTrue(stream.isOverAt(NOON.plus(LONGEST_PAUSE)));
        assertEquals(2, client.sent.size(), "nothing more piles up for it");
    }

    @Test
    void isOverWhenTheClientIsSlowButTakesItThenNot() {
        stream.open(NOON);
        client.stall();
        stream.keepAlive(NOON.plus(LONGEST_PAUSE));
        client.takeAll();
        stream.keepAlive(NOON.plus(LONGEST_PAUSE).plus(LONGEST_PAUSE));
        assertFalse(stream.isOverAt(NOON.plus(LONGEST_PAUSE).plus(LONGEST_PAUSE)));
    }
}
