package dev.holdfast.session.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.EndReason;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of a presented refresh token (RFC 9700 section 4.14.2, with receipt-closed replay). */
class SessionTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant ROTATED = START.plusSeconds(600);
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofDays(7);
    private static final Duration ABSOLUTE = Duration.ofDays(30);

    /** The session is at generation 5. The rotation to it had the key "key"; earlier rotations had other keys. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "5, -, PT0S, Rotate",
        "5, other, PT1H, Rotate",
        "5, key, PT0S, Repeat",
        "5, key, PT48H, Repeat",
        "4, key, PT0S, Repeat",
        "4, key, PT48H, Repeat",
        "4, other, PT0S, Reuse",
        "4, -, PT0S, Reuse",
        "4, third, PT0S, Superseded",
        "4, -, PT48H, Reuse",
        "3, third, PT0S, Superseded",
        "3, third, PT48H, Superseded",
        "2, second, PT0S, Superseded",
        "1, first, PT0S, Superseded",
        "3, second, PT0S, Superseded",
        "2, first, PT0S, Superseded",
        "2, third, PT0S, Reuse",
        "1, second, PT0S, Reuse",
        "3, key, PT0S, Reuse",
        "3, -, PT1S, Reuse",
        "1, -, PT0S, Reuse",
        "6, -, PT0S, Ahead",
        "6, key, PT0S, Ahead",
        "9, other, PT48H, Ahead"})
    void presentWhenThisGenerationAndKeyThenThat(long presented, String keyHash, Duration after, String meaning) {
        RotationDecision decision = present(rotatedWith("key"), presented, keyHash, ROTATED.plus(after), GRACE);

        assertEquals(meaning, decision.getClass().getSimpleName());
    }

    /**
     * The grace covers a rotation without a key that is repeated without one: a client that sends keys did not send that
     * rotation.
     */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "5, -, PT0S, PT10S, Rotate",
        "5, other, PT0S, PT10S, Rotate",
        "4, -, PT10S, PT10S, Repeat",
        "4, other, PT0S, PT10S, Reuse",
        "4, other, PT9S, PT10S, Reuse",
        "4, -, PT10.001S, PT10S, Reuse",
        "4, other, PT10.001S, PT10S, Reuse",
        "4, -, PT0S, PT0S, Reuse",
        "3, -, PT0S, PT10S, Reuse"})
    void presentWhenTheRotationHadNoKeyThenTheGraceDecides(long presented, String keyHash, Duration after, Duration grace,
            String meaning) {
        RotationDecision decision = present(rotatedWith(null), presented, keyHash, ROTATED.plus(after), grace);

        assertEquals(meaning, decision.getClass().getSimpleName());
    }

    /** A request that a busy server handles late does not make its sender a thief. */
    @Test
    void presentWhenItArrivedWithinTheGraceThenItIsRepeatedHoweverLateTheServerGetsToIt() {
        RefreshRequest request = new RefreshRequest(token(4), Receipt.NONE, ROTATED.plusSeconds(10));

        assertEquals(new RotationDecision.Repeat(),
                rotatedWith(null).present(request, ROTATED.plusSeconds(60), GRACE));
    }

    @Test
    void presentWhenMoreThanEightRotationsCameSinceThenItIsReuse() {
        Session session = fresh();
        set(session, "rotationKeyHash", "key-9");
        set(session, "rotatedAt", ROTATED);
        for (long generation = 1; generation <= 9; generation++) {
            set(session, "pastRotations",
                    session.pastRotationsWith(session.generation(), receipt(generation, "key-" + generation)));
            set(session, "generation", generation + 1);
        }

        assertEquals(new RotationDecision.Reuse(), present(session, 1, "key-1", ROTATED, GRACE));
        for (long generation = 2; generation <= 8; generation++) {
            assertEquals(new RotationDecision.Superseded(), present(session, generation, "key-" + generation, ROTATED, GRACE));
            assertEquals(new RotationDecision.Reuse(), present(session, generation, "key-9", ROTATED, GRACE));
        }
        assertEquals(new RotationDecision.Repeat(), present(session, 9, "key-9", ROTATED, GRACE));
    }

    /** A server of the previous version rotates without leaving a mark. */
    @Test
    void presentWhenSomeRotationsLeftNoMarkThenTheOthersAreKnownAllTheSame() {
        Session session = rotatedWith("key");
        set(session, "generation", 7L);
        set(session, "rotationKeyHash", "unmarked");

        assertEquals(new RotationDecision.Superseded(), present(session, 3, "third", ROTATED, GRACE));
        assertEquals(new RotationDecision.Superseded(), present(session, 4, "key", ROTATED, GRACE));
        assertEquals(new RotationDecision.Reuse(), present(session, 5, "third", ROTATED, GRACE));
    }

    @Test
    void presentWhenThePreviousVersionWroteTheRowThenOlderTokensAreReuse() {
        Session session = rotatedWith("key");
        set(session, "pastRotations", null);

        assertEquals(new RotationDecision.Reuse(), present(session, 3, "third", ROTATED, GRACE));
        assertEquals(new RotationDecision.Repeat(), present(session, 4, "key", ROTATED, GRACE));
        assertEquals(Long.BYTES, session.pastRotationsWith(session.generation(), receipt(5, "next")).length);
        assertEquals(0, session.pastRotationsWith(session.generation(), Receipt.NONE).length);
    }

    @ParameterizedTest
    @CsvSource({"4", "5", "6"})
    void presentWhenTheTokenIsOfAnotherAccountThenItIsRefused(long presented) {
        RefreshToken another = new RefreshToken(UUID.randomUUID(), presented, Optional.of(UUID.randomUUID()), Instant.EPOCH);

        assertEquals(new RotationDecision.AnotherAccount(), rotatedWith("key")
                .present(new RefreshRequest(another, receipt(presented, "key"), ROTATED), ROTATED, GRACE));
    }

    @Test
    void presentWhenTheTokenNamesNoAccountThenItIsHonoured() {
        RefreshToken old = new RefreshToken(UUID.randomUUID(), 5, Optional.empty(), Instant.EPOCH);

        assertEquals(new RotationDecision.Rotate(),
                rotatedWith("key").present(new RefreshRequest(old, Receipt.NONE, ROTATED), ROTATED, GRACE));
    }

    @Test
    void presentWhenEndedThenOverWithItsReasonWhateverIsPresented() {
        Session session = rotatedWith("key");
        set(session, "endedAt", ROTATED);
        set(session, "endReason", EndReason.GOOGLE_REVOKED);

        for (long presented : new long[] {3, 4, 5, 6}) {
            assertEquals(new RotationDecision.Over(EndReason.GOOGLE_REVOKED, false),
                    present(session, presented, "key", ROTATED, GRACE));
        }
    }

    @ParameterizedTest
    @CsvSource({"P6DT23H59M59S, ", "P7D, IDLE", "P29D, IDLE", "P30D, IDLE", "P31D, IDLE"})
    void presentWhenTooMuchTimeHasPassedThenOverAndUnrecorded(Duration after, EndReason reason) {
        RotationDecision decision = present(fresh(), 1, null, START.plus(after), GRACE);

        assertEquals(reason == null ? new RotationDecision.Rotate() : new RotationDecision.Over(reason, true), decision);
    }

    /** The row of a restored backup knows of no use since; the token does. */
    @ParameterizedTest
    @CsvSource({"2, P8D, Ahead", "2, P12D, Ahead", "2, P13D, Over", "2, P31D, Over", "1, P8D, Over"})
    void presentWhenTheRowIsIdleAndTheTokenWasMadeLaterThenItsTimeCounts(long presented, Duration after, String meaning) {
        RefreshToken later = new RefreshToken(UUID.randomUUID(), presented, Optional.of(ACCOUNT),
                START.plus(Duration.ofDays(6)));
        Instant now = START.plus(after);

        assertEquals(meaning, fresh().present(new RefreshRequest(later, Receipt.NONE, now), now, GRACE)
                .getClass().getSimpleName());
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
        return new Session(UUID.randomUUID(), ACCOUNT, new SessionOrigin("127.0.0.1", "browser"), START, IDLE,
                ABSOLUTE);
    }

    /** Sets the fields as the store would have left them; only the store writes them. */
    private static Session rotatedWith(String keyHash) {
        Session session = fresh();
        set(session, "generation", 5L);
        set(session, "rotationKeyHash", keyHash);
        set(session, "rotatedAt", ROTATED);
        List.of("first", "second", "third", "key").forEach(key -> set(session, "pastRotations",
                session.pastRotationsWith(session.generation(),
                        receipt(List.of("first", "second", "third", "key").indexOf(key) + 1, key))));
        return session;
    }

    private static RotationDecision present(Session session, long presented, String key, Instant now, Duration grace) {
        return session.present(new RefreshRequest(token(presented), receipt(presented, key), now), now, grace);
    }

    private static RefreshToken token(long generation) {
        return new RefreshToken(UUID.randomUUID(), generation, Optional.of(ACCOUNT), Instant.EPOCH);
    }

    /** Makes a receipt as under two encryption keys, of which the first one marks. */
    private static Receipt receipt(long generation, String key) {
        return key == null ? Receipt.NONE
                : new Receipt(key, List.of(mark(generation, key), (long) key.hashCode(), mark(generation - 1, key)));
    }

    private static long mark(long generation, String key) {
        return (generation + "/" + key).hashCode() + (1L << 40);
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
