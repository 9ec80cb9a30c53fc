package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The writes that a replay causes, and those that it does not. */
class RefreshRotationTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final InstantSource time = () -> now;
    private final RotationInMemory rotation = new RotationInMemory(time.withZone(ZoneOffset.UTC));

    /** Replays need no lock on the row, however many there are. */
    @Test
    void refreshWhenReplayedAtOnceThenTheSameAnswerAndNothingIsWritten() {
        Refreshed.Issued first = refresh();
        Instant written = rotation.rows().refreshedAt();

        now = now.plusMillis(999);
        Refreshed.Issued again = refresh();

        assertEquals(first.refreshToken(), again.refreshToken());
        assertEquals(first.idleEndsAt(), again.idleEndsAt());
        assertEquals(written, rotation.rows().refreshedAt());
    }

    @Test
    void refreshWhenReplayedLaterThenItCountsAsActivity() {
        Refreshed.Issued first = refresh();

        now = now.plusSeconds(2);
        Refreshed.Issued again = refresh();

        assertEquals(first.refreshToken(), again.refreshToken());
        assertEquals(Duration.ofSeconds(2), Duration.between(first.idleEndsAt(), again.idleEndsAt()));
        assertEquals(now, rotation.rows().refreshedAt());
    }

    /** The request arrived in time, but the row was locked or no connection was free. */
    @Test
    void refreshWhenTheServerGetsToItAfterTheGraceThenItsArrivalCounts() {
        String spent = rotation.firstCookie();
        Instant arrivedAt = now;
        rotation.refresh(spent, null);

        now = now.plusSeconds(30);
        Refreshed late = rotation.refresh(spent, null, arrivedAt);

        assertInstanceOf(Refreshed.Issued.class, late);
        assertInstanceOf(Refreshed.Reused.class, rotation.refresh(spent, null));
    }

    @Test
    void refreshWhenALateCopyComesThenNothingIsWrittenAndTheSessionGoesOn() {
        String spent = rotation.firstCookie();
        String second = refreshed(spent, "first-key");
        String third = refreshed(second, "second-key");
        now = now.plusSeconds(60);
        Instant written = rotation.rows().refreshedAt();

        assertEquals(new Refreshed.Superseded(), rotation.refresh(spent, "first-key"));

        assertEquals(written, rotation.rows().refreshedAt());
        assertFalse(rotation.rows().isEnded());
        refreshed(third, "third-key");
        assertInstanceOf(Refreshed.Reused.class, rotation.refresh(spent, "second-key"));
    }

    /** A stolen token of the lost commits works once more; owner and thief cross each other as ever, in either order. */
    @Test
    void refreshWhenAThiefUsesTheLossThenTheTheftShowsAtTheNextUseThatCrossesTheOwners() {
        String stolen = refreshed(rotation.firstCookie(), "key-1");
        String owners = refreshed(refreshed(stolen, "key-2"), "key-3");
        rotation.rows().goBack(3);

        String thiefs = refreshed(stolen, "thief-1");
        String next = refreshed(owners, "key-4");
        assertInstanceOf(Refreshed.Reused.class, rotation.refresh(thiefs, "thief-2"));
        assertInstanceOf(Refreshed.Ended.class, rotation.refresh(next, "key-5"));
    }

    @Test
    void refreshWhenTheThiefHasRunAheadOfTheOwnerThenTheOwnersNextUseShowsIt() {
        String stolen = refreshed(rotation.firstCookie(), "key-1");
        String owners = refreshed(stolen, "key-2");
        rotation.rows().goBack(2);

        refreshed(refreshed(refreshed(stolen, "thief-1"), "thief-2"), "thief-3");
        assertInstanceOf(Refreshed.Reused.class, rotation.refresh(owners, "key-3"));
    }

    /** The answer to the refresh that healed the row may be lost as well. */
    @Test
    void refreshWhenTheDatabaseWentBackThenTheSameKeyGetsTheSameSuccessorAgain() {
        String ahead = refreshed(refreshed(rotation.firstCookie(), "key-1"), "key-2");
        rotation.rows().goBack(2);

        Refreshed.Issued healed = (Refreshed.Issued) rotation.refresh(ahead, "key-3");
        assertEquals(Refreshed.Manner.WENT_BACK, healed.manner());
        assertEquals(healed.refreshToken().reveal(), refreshed(ahead, "key-3"));
        assertEquals(4, RotationInMemory.generationOf(healed.refreshToken().reveal()));
    }

    /** One key may have made the token that it then shows, if its page missed the answer; the row has lost that mark. */
    @Test
    void refreshWhenTheDatabaseWentBackThenALateCopyOfTheSameKeyIsNoTheft() {
        String second = refreshed(rotation.firstCookie(), "key-1");
        String third = refreshed(second, "key-2");
        rotation.rows().goBack(2);

        String next = refreshed(third, "key-2");
        assertEquals(new Refreshed.Superseded(), rotation.refresh(second, "key-2"));
        refreshed(next, "key-3");
    }

    private String refreshed(String cookie, String key) {
        return ((Refreshed.Issued) rotation.refresh(cookie, key)).refreshToken().reveal();
    }

    private Refreshed.Issued refresh() {
        return (Refreshed.Issued) rotation.refresh(rotation.firstCookie(), "key");
    }
}
