package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionSweepJobTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final List<Session> due = new ArrayList<>();
    private final List<Session> swept = new ArrayList<>();

    /** The database compares times more finely than Java, so that each page finds the row again. */
    @Test
    void clearAtWhenARowStaysDueThenTheSweepEndsAllTheSame() {
        due.addAll(List.of(session(), session()));
        SessionSweepJob rounds = new SessionSweepJob();
        rounds.clearing = new SessionClearing() {
            @Override
            List<Session> dueAfter(Optional<Session> last, Instant now, int most) {
                return due;
            }

            @Override
            boolean sweep(Session session, Instant now) {
                swept.add(session);
                return false;
            }

            @Override
            int removeEndedBefore(Instant time, int most) {
                return 0;
            }
        };

        rounds.clearAt(NOW);

        assertEquals(due, swept);
    }

    private static Session session() {
        return new Session(UUID.randomUUID(), UUID.randomUUID(), new SessionOrigin("192.0.2.7", "a browser"), NOW,
                Duration.ofDays(7), Duration.ofDays(30));
    }
}
