package dev.holdfast.custody.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.schedule.control.LogNumbers;
import dev.holdfast.schedule.control.ManualSchedule;
import jakarta.enterprise.event.Startup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look at what other nodes did to grants, while the database comes and goes. */
class GrantWatchTest {

    private static final UUID ONE = new UUID(0, 1);

    private final ManualSchedule schedule = new ManualSchedule();
    private final Queue<List<UUID>> used = new ArrayDeque<>();
    private final List<String> dropped = new ArrayList<>();
    private boolean away;

    @BeforeEach
    void enter() {
        GrantWatch watch = new GrantWatch();
        watch.schedule = schedule;
        watch.cache = new TokenCache() {
            @Override
            List<UUID> takeUsed() {
                return used.remove();
            }

            @Override
            void dropOlder(UUID accountId, long version) {
                dropped.add(accountId + " before " + version);
            }
        };
        watch.ledger = new GrantLedger() {
            @Override
            Map<UUID, Long> versionsOf(List<UUID> accounts) {
                if (away) {
                    throw new IllegalStateException("the database is away");
                }
                return Map.of(ONE, 7L);
            }
        };
        watch.start(new Startup());
    }

    @Test
    void turnWhenAGrantWasUsedThenOlderTokensOfItAreDropped() {
        look(ONE);

        assertEquals(List.of(ONE + " before 7"), dropped);
    }

    /** A turn in which nothing was used asks nothing, so it shows nothing. */
    @Test
    void turnWhenTheDatabaseStaysAwayThenThatIsToldOnceAlsoIfNothingWasUsedInBetween() {
        try (LogNumbers told = new LogNumbers("dev.holdfast.custody")) {
            away = true;
            look(ONE);
            look();
            look(ONE);
            assertEquals(List.of("HF0810"), told.seen());

            away = false;
            look(ONE);
            away = true;
            look(ONE);
            assertEquals(List.of("HF0810", "HF0810"), told.seen());
        }
    }

    private void look(UUID... accounts) {
        used.add(List.of(accounts));
        schedule.turn();
    }
}
