package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.FeedPlace;
import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.storage.control.OpenTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next poll or two find each committed end, whenever its transaction began, and no query is ever large. */
class RevocationFeedTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration POLL = Duration.ofMillis(400);

    private final EndedSessions ended = new EndedSessions();
    private final MarkedAccounts marked = new MarkedAccounts();
    private final Table table = new Table();
    private final RevocationFeed feed = new RevocationFeed();
    private Instant now = START;
    private Instant oldestOpen;
    private Instant server = START;
    private final List<EndedSession> checkedAgain = new ArrayList<>();

    @BeforeEach
    void enter() {
        feed.reads = table;
        feed.ended = ended;
        feed.marked = marked;
        feed.again = new EndedAgainJob() {
            @Override
            void check(List<EndedSession> known) {
                checkedAgain.addAll(known);
            }
        };
        marked.reads = table;
        marked.ended = ended;
        marked.clock = new Ticking();
        feed.config = new SessionConfig(SettingsOf.map(Map.of("holdfast.session.feed-tolerance", "PT30S")));
        feed.clock = new Ticking();
        feed.ticks = () -> Duration.between(START, now).toNanos();
        feed.transactions = new OpenTransactions() {
            @Override
            public Seen look(Instant time) {
                return new Seen(oldestOpen == null ? time : oldestOpen, server);
            }
        };
    }

    @Test
    void startWhenSessionsHaveEndedLatelyThenTheyAreKnownBeforeAnythingIsServed() {
        EndedSession lately = table.commit(START.minusSeconds(600));

        feed.readAll();

        assertTrue(knows(lately));
        assertTrue(feed.isCurrent());
    }

    /** The ends that the other server may have lost include those that this poll forgets, after an outage of some minutes. */
    @Test
    void readWhenAnotherServerAnswersThenAllKnownEndsAreCheckedOnce() {
        EndedSession known = table.commit(now);
        feed.readAll();
        poll();
        assertEquals(List.of(), checkedAgain);

        now = now.plus(EndedSessions.REMEMBERED).plusSeconds(60);
        server = now;
        poll();
        poll();

        assertEquals(List.of(known), checkedAgain);
    }

    @Test
    void readWhenSomethingHasEndedElsewhereThenTheNextPollKnows() {
        feed.readAll();
        EndedSession other = table.commit(now);

        poll();

        assertTrue(knows(other));
    }

    /** The session was ended long before many ends that are read already, and its transaction stayed open. */
    @Test
    void readWhenALongTransactionCommitsThenTheNextPollKnows() {
        feed.readAll();
        oldestOpen = now.plusMillis(100);
        Instant late = now.plusMillis(200);
        for (int poll = 0; poll < 900; poll++) {
            poll();
            table.commit(now);
        }
        oldestOpen = null;
        EndedSession row = table.commit(late);

        poll();

        assertTrue(knows(row));
    }

    @Test
    void readWhenATransactionWasOpenAtTheStartThenItIsFoundAsWell() {
        oldestOpen = START.minusSeconds(300);
        feed.readAll();
        oldestOpen = null;
        EndedSession row = table.commit(START.minusSeconds(299));

        poll();

        assertTrue(knows(row));
    }

    @Test
    void readWhenRowsCommitOutOfOrderThenNoneIsMissed() {
        feed.readAll();
        table.commit(now.plusSeconds(2));
        poll();
        EndedSession earlier = table.commit(now.minusSeconds(3));

        poll();

        assertTrue(knows(earlier));
    }

    @Test
    void readWhenAHundredThousandEndAtOnceThenAllAreKnownAndNoQueryIsLarge() {
        feed.readAll();
        List<EndedSession> burst = IntStream.range(0, 100_000).mapToObj(each -> table.commit(now)).toList();

        poll();

        assertTrue(burst.stream().allMatch(this::knows));
        assertEquals(RevocationFeed.PAGE, table.largest);
    }

    /** While the burst is still in the window, a new end is known at once and a late one a few polls later. */
    @Test
    void readWhenTheWindowIsFullThenEachPollStaysSmallAndFindsWhatIsNewOrLate() {
        feed.readAll();
        oldestOpen = now;
        IntStream.range(0, 100_000).forEach(each -> table.commit(now));
        poll();
        Instant late = now;
        int polls = 0;
        EndedSession lateRow = null;
        while (lateRow == null || !knows(lateRow)) {
            EndedSession fresh = table.commit(now);
            table.queries = 0;
            poll();
            assertTrue(knows(fresh), "what is new");
            assertTrue(table.queries <= RevocationFeed.PAGES_OF_A_LAP + 2, () -> table.queries + " queries");
            lateRow = polls == 30 ? table.commit(late) : lateRow;
            polls++;
            assertTrue(polls < 30 + 2 * 100_000 / RevocationFeed.PAGE / RevocationFeed.PAGES_OF_A_LAP + 4, "what was late");
        }
    }

    /** A session that ended before that needs no look: its last access token has expired. */
    @Test
    void readWhenATransactionStaysOpenForADayThenLapsGoBackNoFurtherThanWhatIsRemembered() {
        oldestOpen = START.minus(Duration.ofDays(1));
        IntStream.range(0, 8_000).forEach(each -> table.commit(START.minusSeconds(80_000 - 10 * each)));
        feed.readAll();
        table.queries = 0;

        poll();
        poll();

        assertEquals(2, table.queries);
    }

    /**
     * The database is asked once about a living session, and again after the next ending; a session that is over is
     * remembered.
     */
    @Test
    void readWhenManySessionsOfAnAccountHaveEndedElsewhereThenItsSessionsAreAskedForOnceEach() {
        UUID account = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        UUID living = UUID.randomUUID();
        table.over.put(over, EndReason.ACCOUNT_DISABLED);
        feed.readAll();
        assertEquals(Optional.empty(), marked.whyOver(account, over), "nothing is known here yet");
        MarkedAccount first = new MarkedAccount(account, new UUID(6, table.marks.size() + 1), now);
        table.marks.add(first);
        poll();

        for (int time = 0; time < 3; time++) {
            assertEquals(Optional.empty(), marked.whyOver(account, living));
            assertEquals(Optional.empty(), marked.whyOver(UUID.randomUUID(), over), "of another account");
            poll();
        }
        assertEquals(1, table.asked);
        assertEquals(Optional.of(EndReason.ACCOUNT_DISABLED), marked.whyOver(account, over));
        assertEquals(Optional.of(EndReason.ACCOUNT_DISABLED), ended.reasonOf(over));

        table.over.put(living, EndReason.ENDED_ELSEWHERE);
        table.marks.add(new MarkedAccount(account, new UUID(6, table.marks.size() + 1), now));
        poll();
        assertEquals(Optional.of(EndReason.ENDED_ELSEWHERE), marked.whyOver(account, living));
    }

    /** The rows tell it all by then, but a node may not have read them yet. */
    @Test
    void readWhenAnEndingIsFinishedThenItsAccountIsStillAskedForWhileATokenMayLive() {
        UUID account = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        table.over.put(over, EndReason.ERASED);
        feed.readAll();
        table.marks.add(new MarkedAccount(account, new UUID(6, table.marks.size() + 1), now));
        poll();
        table.marks.clear();
        now = now.plus(EndedSessions.REMEMBERED).minusSeconds(1);
        poll();
        assertEquals(Optional.of(EndReason.ERASED), marked.whyOver(account, over));
        now = now.plusSeconds(2);
        poll();
        assertEquals(Optional.empty(), marked.whyOver(account, UUID.randomUUID()));
    }

    @Test
    void readWhenMoreEndingsAreInForceThanAPageHoldsThenAllAreKnown() {
        feed.readAll();
        for (int each = 0; each < 2 * RevocationFeed.PAGE + 1; each++) {
            table.marks.add(new MarkedAccount(new UUID(5, each), new UUID(6, each + 1), now));
            table.over.put(new UUID(7, each), EndReason.DISCONNECTED);
        }
        poll();
        assertTrue(IntStream.of(0, RevocationFeed.PAGE, 2 * RevocationFeed.PAGE)
                .allMatch(each -> marked.whyOver(new UUID(5, each), new UUID(7, each)).isPresent()));
    }

    @Test
    void isCurrentWhenNothingCouldBeReadForTheToleranceThenFalseUntilItCan() {
        feed.readAll();
        table.gone = true;
        now = START.plusSeconds(29);
        assertThrows(IllegalStateException.class, feed::read);
        assertTrue(feed.isCurrent());
        now = START.plusSeconds(30);
        assertFalse(feed.isCurrent());
        table.gone = false;
        EndedSession meanwhile = table.commit(START.plusSeconds(10));

        feed.read();

        assertTrue(feed.isCurrent());
        assertTrue(knows(meanwhile));
    }

    /** A poll that hangs counts as read at its beginning, not at its end. */
    @Test
    void isCurrentWhenAPollTakesLongThenItCountsFromItsBeginning() {
        feed.readAll();
        table.hangFor = Duration.ofSeconds(20);
        now = START.plusSeconds(15);

        feed.read();

        assertEquals(START.plusSeconds(35), now);
        assertEquals(Duration.ofSeconds(20), feed.lag());
        assertTrue(feed.isCurrent());
        now = START.plusSeconds(45);
        assertFalse(feed.isCurrent());
    }

    private void poll() {
        now = now.plus(POLL);
        feed.read();
    }

    private boolean knows(EndedSession session) {
        return ended.reasonOf(session.id()).isPresent();
    }

    private final class Ticking extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Returns the committed rows, in the order of the index. */
    private final class Table extends SessionReads {

        private final TreeSet<EndedSession> rows = new TreeSet<>(
                Comparator.comparing(EndedSession::at).thenComparing(EndedSession::id));
        private final List<MarkedAccount> marks = new ArrayList<>();
        private final Map<UUID, EndReason> over = new HashMap<>();
        private int asked;
        private long ids;
        private int largest;
        private int queries;
        private boolean gone;
        private Duration hangFor = Duration.ZERO;

        EndedSession commit(Instant at) {
            EndedSession row = new EndedSession(new UUID(1, ++ids), EndReason.SIGNED_OUT, at);
            rows.add(row);
            return row;
        }

        @Override
        List<EndedSession> endedAfter(FeedPlace place, int most) {
            if (gone) {
                throw new IllegalStateException("the database is gone");
            }
            now = now.plus(hangFor);
            queries++;
            List<EndedSession> found = after(place).limit(most).toList();
            largest = Math.max(largest, found.size());
            return found;
        }

        @Override
        List<MarkedAccount> markedAfter(UUID endingId, int most) {
            if (gone) {
                throw new IllegalStateException("the database is gone");
            }
            return marks.stream().filter(mark -> mark.endingId().compareTo(endingId) > 0).limit(most).toList();
        }

        @Override
        Optional<EndReason> whyOver(UUID sessionId) {
            asked++;
            return Optional.ofNullable(over.get(sessionId));
        }

        private Stream<EndedSession> after(FeedPlace place) {
            UUID id = place.id().orElse(new UUID(Long.MAX_VALUE, Long.MAX_VALUE));
            return rows.tailSet(new EndedSession(id, EndReason.SIGNED_OUT, place.at()), false).stream();
        }
    }
}
