package dev.holdfast.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.admin.entity.Counts;
import dev.holdfast.custody.care.GrantCounts;
import dev.holdfast.custody.care.GrantCountsJob;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.session.control.SessionCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The numbers tell their age: with millions of sessions, the count of sessions is older than the others. */
class AccountCountsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void latestWhenSessionsWereCountedLongAgoThenTheTimeIsThatOfTheirCount() {
        Instant then = NOW.minus(Duration.ofSeconds(80));

        Counts counts = counts(Optional.of(new SessionCounts.LiveCount(10_000_000, then)), Optional.of(NOW.minusSeconds(20)));

        assertEquals(then, counts.countedAt());
        assertEquals(Optional.of(10_000_000L), counts.liveSessions());
    }

    @Test
    void latestWhenGrantsWereCountedLongAgoThenTheTimeIsThatOfTheirCount() {
        assertEquals(NOW.minusSeconds(40), counts(Optional.of(new SessionCounts.LiveCount(1, NOW.minusSeconds(9))),
                Optional.of(NOW.minusSeconds(40))).countedAt());
    }

    @Test
    void latestWhenNothingElseIsCountedThenTheTimeIsThatOfTheAccounts() {
        Counts counts = counts(Optional.empty(), Optional.empty());

        assertEquals(NOW, counts.countedAt());
        assertEquals(Optional.empty(), counts.liveSessions());
        assertEquals(Optional.empty(), counts.grants());
    }

    /** The accounts are counted every 30 seconds at most: until then, the time stays that of their count. */
    @Test
    void latestWhenTheAccountsWereCountedAMomentAgoThenTheTimeIsStillThatOfTheirCount() {
        AccountCounts counts = countsOf(Optional.empty(), Optional.empty());
        counts.latest();

        counts.clock = Clock.offset(counts.clock, Duration.ofSeconds(20));

        assertEquals(NOW, counts.latest().countedAt());
    }

    private static Counts counts(Optional<SessionCounts.LiveCount> live, Optional<Instant> grantsCountedAt) {
        return countsOf(live, grantsCountedAt).latest();
    }

    private static AccountCounts countsOf(Optional<SessionCounts.LiveCount> live, Optional<Instant> grantsCountedAt) {
        AccountCounts counts = new AccountCounts();
        counts.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        counts.accounts = new AccountListStore() {
            @Override
            long count() {
                return 3;
            }

            @Override
            long countDisabled() {
                return 0;
            }

            @Override
            long countFrozen() {
                return 0;
            }
        };
        counts.sessions = new SessionCounts() {
            @Override
            public Optional<LiveCount> latest() {
                return live;
            }
        };
        counts.grants = new GrantCountsJob() {
            @Override
            public Optional<GrantCounts> latest() {
                return grantsCountedAt.map(at -> new GrantCounts(at, Map.of(GrantStatus.ACTIVE, 3L), 0, Optional.empty()));
            }
        };
        return counts;
    }
}
