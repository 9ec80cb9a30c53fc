package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What replays write, and what they do not. */
class RefreshRotationTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final InstantSource time = () -> now;
    private final RotationInMemory rotation = new RotationInMemory(time.withZone(ZoneOffset.UTC));

    /** Any number of them, from whoever has the token, wait for no row. */
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

    private Refreshed.Issued refresh() {
        return (Refreshed.Issued) rotation.refresh(rotation.firstCookie(), "key");
    }
}
