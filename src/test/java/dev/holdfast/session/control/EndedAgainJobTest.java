package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.schedule.control.LogNumbers;
import dev.holdfast.schedule.control.ManualSchedule;
import dev.holdfast.session.entity.EndedSession;
import jakarta.enterprise.event.Startup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sessions that this node knows to have ended, against rows that say something else. */
class EndedAgainJobTest {

    private static final Instant ENDED = Instant.parse("2026-11-23T12:00:00Z");

    private final EndedAgainJob job = new EndedAgainJob();
    private final Set<UUID> alive = new HashSet<>();
    private final List<String> ended = new ArrayList<>();
    private int pages;
    private boolean away;
    private Runnable meanwhile = () -> { };

    @BeforeEach
    void enter() {
        job.reads = new SessionReads() {
            @Override
            List<UUID> unendedAmong(List<UUID> ids) {
                if (away) {
                    throw new IllegalStateException("the database is away");
                }
                pages++;
                meanwhile.run();
                return ids.stream().filter(alive::contains).toList();
            }
        };
        job.sessions = new Sessions() {
            @Override
            public void end(UUID sessionId, EndReason reason) {
                alive.remove(sessionId);
                ended.add(sessionId + " " + reason);
            }
        };
    }

    @Test
    void goOnWhenARowLivesAgainThenItEndsForItsReasonAndTheOthersAreLeftAlone() {
        List<EndedSession> known = IntStream.rangeClosed(1, EndedAgainJob.PAGE + 1)
                .mapToObj(number -> new EndedSession(new UUID(0, number), EndReason.DISCONNECTED, ENDED)).toList();
        alive.add(new UUID(0, 7));
        job.check(known);

        job.goOn();
        job.goOn();

        assertEquals(List.of(new UUID(0, 7) + " " + EndReason.DISCONNECTED), ended);
        assertEquals(2, pages, "each row is looked at once");
    }

    @Test
    void goOnWhenTheDatabaseIsAwayThenItIsTriedAgain() {
        alive.add(new UUID(0, 1));
        job.check(List.of(new EndedSession(new UUID(0, 1), EndReason.SIGNED_OUT, ENDED)));
        away = true;
        assertThrows(IllegalStateException.class, job::goOn);

        away = false;
        job.goOn();

        assertEquals(List.of(new UUID(0, 1) + " " + EndReason.SIGNED_OUT), ended);
    }

    @Test
    void goOnWhenASessionIsReportedAgainWhileItsRowIsReadThenItsRowIsReadOnceMore() {
        List<EndedSession> known = List.of(new EndedSession(new UUID(0, 1), EndReason.SIGNED_OUT, ENDED));
        meanwhile = () -> {
            meanwhile = () -> alive.add(new UUID(0, 1));
            job.check(known);
        };
        job.check(known);

        job.goOn();

        assertEquals(2, pages);
        assertEquals(List.of(new UUID(0, 1) + " " + EndReason.SIGNED_OUT), ended);
    }

    @Test
    void turnWhenTheDatabaseStaysAwayThenThatIsToldOnceUntilItIsBack() {
        ManualSchedule schedule = new ManualSchedule();
        job.schedule = schedule;
        job.start(new Startup());
        job.check(List.of(new EndedSession(new UUID(0, 1), EndReason.SIGNED_OUT, ENDED)));
        away = true;
        try (LogNumbers told = new LogNumbers("dev.holdfast.session")) {
            schedule.turn();
            schedule.turn();
            assertEquals(List.of("HF0723"), told.seen());

            away = false;
            schedule.turn();
            away = true;
            job.check(List.of(new EndedSession(new UUID(0, 1), EndReason.SIGNED_OUT, ENDED)));
            schedule.turn();
            assertEquals(List.of("HF0723", "HF0723"), told.seen());
        }
    }
}
