package dev.holdfast.session.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.EndReason;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a presented refresh token means (RFC 9700 section 4.14.2, with receipt-closed replay). */
class SessionTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant ROTATED = START.plusSeconds(600);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofDays(7);
    private static final Duration ABSOLUTE = Duration.ofDays(30);

    /** The session is at generation 5, which came to be by a rotation with the key whose hash is "key". */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "5, -, PT0S, Rotate",
        "5, other, PT1H, Rotate",
        "5, key, PT0S, Repeat",
        "5, key, PT48H, Repeat",
        "4, key, PT0S, Repeat",
        "4, key, PT48H, Repeat",
        "4, other, PT9S, Repeat",
        "4, -, PT10S, Repeat",
        "4, other, PT10.001S, Reuse",
        "4, -, PT48H, Reuse",
        "3, key, PT0S, Reuse",
        "3, -, PT1S, Reuse",
        "1, -, PT0S, Reuse",
        "6, -, PT0S, Forged",
        "6, key, PT0S, Forged",
        "9223372036854775807, -, PT0S, Forged"})
    void presentWhenThisGenerationAndKeyThenThat(long presented, String keyHash, Duration after, String meaning) {
        Presentation presentation = rotatedWith("key").present(presented, keyHash, ROTATED.plus(after), GRACE);

        assertEquals(meaning, presentation.getClass().getSimpleName());
    }

    @Test
    void presentWhenThereIsNoGraceThenOnlyTheKeyHelps() {
        Session session = rotatedWith("key");

        assertEquals(new Presentation.Reuse(), session.present(4, null, ROTATED, Duration.ZERO));
        assertEquals(new Presentation.Repeat(), session.present(4, "key", ROTATED, Duration.ZERO));
    }

    @Test
    void presentWhenTheRotationHadNoKeyThenNoKeyIsNotItsKey() {
        Session session = rotatedWith(null);

        assertEquals(new Presentation.Rotate(), session.present(5, null, ROTATED, GRACE));
        assertEquals(new Presentation.Reuse(), session.present(4, null, ROTATED.plusSeconds(11), GRACE));
    }

    @Test
    void presentWhenEndedThenOverWithItsReasonWhateverIsPresented() {
        Session session = rotatedWith("key");
        set(session, "endedAt", ROTATED);
        set(session, "endReason", EndReason.GOOGLE_REVOKED);

        for (long presented : new long[] {3, 4, 5, 6}) {
            assertEquals(new Presentation.Over(EndReason.GOOGLE_REVOKED, false),
                    session.present(presented, "key", ROTATED, GRACE));
        }
    }

    @ParameterizedTest
    @CsvSource({"P6DT23H59M59S, ", "P7D, IDLE", "P29D, IDLE", "P30D, IDLE", "P31D, IDLE"})
    void presentWhenTooMuchTimeHasPassedThenOverAndUnrecorded(Duration after, EndReason reason) {
        Presentation presentation = fresh().present(1, null, START.plus(after), GRACE);

        assertEquals(reason == null ? new Presentation.Rotate() : new Presentation.Over(reason, true), presentation);
    }

    @ParameterizedTest
    @CsvSource({"P29DT23H59M59S, ", "P30D, EXPIRED", "P31D, EXPIRED"})
    void overAtWhenUsedToTheLastThenItsAbsoluteEndEndsIt(Duration after, EndReason reason) {
        Session session = fresh();
        set(session, "idleEndsAt", START.plus(ABSOLUTE));

        assertEquals(Optional.ofNullable(reason), session.overAt(START.plus(after)));
    }

    @Test
    void idleEndAfterWhenNearTheAbsoluteEndThenNeverBeyondIt() {
        Session session = fresh();

        assertEquals(START.plus(Duration.ofDays(10)), session.idleEndAfter(START.plus(Duration.ofDays(3)), IDLE));
        assertEquals(START.plus(ABSOLUTE), session.idleEndAfter(START.plus(Duration.ofDays(29)), IDLE));
        assertEquals(START.plus(ABSOLUTE), session.endsAt());
    }

    @Test
    void newWhenMadeThenFirstGenerationAndNotOver() {
        Session session = fresh();

        assertEquals(1, session.generation());
        assertEquals(Optional.empty(), session.overAt(START));
        assertEquals(START.plus(IDLE), session.idleEndsAt());
    }

    private static Session fresh() {
        return new Session(UUID.randomUUID(), UUID.randomUUID(), new SessionOrigin("127.0.0.1", "browser"), START, IDLE,
                ABSOLUTE);
    }

    /** As the store would have left the row; nothing else writes these fields. */
    private static Session rotatedWith(String keyHash) {
        Session session = fresh();
        set(session, "generation", 5L);
        set(session, "rotationKeyHash", keyHash);
        set(session, "rotatedAt", ROTATED);
        return session;
    }

    private static void set(Session session, String name, Object value) {
        try {
            Field field = Session.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(session, value);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
