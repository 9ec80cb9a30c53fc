package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.RotationDecision;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.session.entity.SessionPage;
import dev.holdfast.storage.control.BothDatabases;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The row after a rotation, and the order in which an account's sessions are listed, on each database. */
class SessionStoreTest {

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NOW = START.plusSeconds(1000);

    private final SessionStore sessions = new SessionStore();
    private final UUID account = UUID.randomUUID();
    private EntityManager open;

    @ParameterizedTest
    @EnumSource
    void rotateWhenNineTimesThenTheRowKnowsTheLastEightKeys(Kind kind) throws Exception {
        open(kind);
        UUID id = begun(1);
        for (int generation = 1; generation <= 9; generation++) {
            assertTrue(sessions.rotate(read(id), read(id).generation(), receipt(generation), NOW, NOW.plusSeconds(60)));
        }

        assertEquals(new RotationDecision.Reuse(), present(id, 1));
        for (int generation = 2; generation <= 8; generation++) {
            assertEquals(new RotationDecision.Superseded(), present(id, generation));
        }
        assertEquals(new RotationDecision.Repeat(), present(id, 9));
    }

    /** The first rotation finds a row of the previous version, which has no history. */
    @ParameterizedTest
    @EnumSource
    void rotateWhenThereIsNoKeyThenWhatIsKnownStays(Kind kind) throws Exception {
        open(kind);
        UUID id = begun(1);
        open.createQuery("update Session s set s.pastRotations = null").executeUpdate();
        assertTrue(sessions.rotate(read(id), read(id).generation(), Receipt.NONE, NOW, NOW.plusSeconds(60)));
        assertTrue(sessions.rotate(read(id), read(id).generation(), receipt(2), NOW, NOW.plusSeconds(60)));
        Session before = read(id);
        open.detach(before);
        assertTrue(sessions.rotate(before, before.generation(), Receipt.NONE, NOW, NOW.plusSeconds(60)));
        assertFalse(sessions.rotate(before, before.generation(), receipt(3), NOW, NOW.plusSeconds(60)), "once only");

        assertEquals(new RotationDecision.Superseded(), present(id, 2));
        assertEquals(new RotationDecision.Reuse(), present(id, 1));
    }

    @ParameterizedTest
    @EnumSource
    void newestLiveOfWhenPagedThroughThenEachLiveOneComesOnce(Kind kind) throws Exception {
        open(kind);
        List<UUID> live = new ArrayList<>();
        for (int second : new int[] {1, 2, 2, 2, 3}) {
            live.add(begun(second));
        }
        sessions.end(begun(4), EndReason.SIGNED_OUT, NOW);
        List<UUID> listed = new ArrayList<>();
        Optional<PageCursor> place = Optional.empty();
        do {
            SessionPage page = SessionPage.of(sessions.newestLiveOf(account, NOW, place, 3), 2);
            page.sessions().forEach(session -> listed.add(session.id()));
            place = page.next();
        } while (place.isPresent());

        assertEquals(5, listed.size());
        assertEquals(List.of(live.get(4), live.get(0)), List.of(listed.get(0), listed.get(4)));
        assertTrue(listed.containsAll(live));
        assertEquals(List.of(), sessions.newestLiveOf(account, NOW.plus(Duration.ofDays(8)), Optional.empty(), 3));
    }

    /**
     * On Derby a statement waits for every row that its plan reads, and Derby scans a table that it believes to be small.
     */
    @ParameterizedTest
    @EnumSource
    void endAllWhenAnotherPersonsSessionIsBeingWrittenThenItIsNotWaitedFor(Kind kind) throws Exception {
        open(kind);
        UUID strangers = begun(1, UUID.randomUUID());
        List<UUID> page = IntStream.range(0, 100).mapToObj(second -> begun(second, account)).sorted().toList();
        open.getTransaction().commit();
        EntityManager stranger = DATABASES.begin(kind);
        try {
            stranger.createQuery("update Session s set s.refreshedAt = :now where s.id = :id").setParameter("now", NOW)
                    .setParameter("id", strangers).executeUpdate();
            open.getTransaction().begin();

            assertEquals(page, sessions.endAll(page, EndReason.DISCONNECTED, NOW));
            assertTrue(sessions.forgetAccount(account, 500));
            assertEquals(List.of(), open.createQuery("select s.id from Session s where s.accountId = :account", UUID.class)
                    .setParameter("account", account).getResultList());
        } finally {
            stranger.getTransaction().rollback();
            stranger.close();
            open.getTransaction().rollback();
            open.getTransaction().begin();
            open.createQuery("delete from Session s").executeUpdate();
            open.getTransaction().commit();
            open.getTransaction().begin();
        }
    }

    /** A session that was used is passed over until its new idle end; the sessions behind it come in the next page. */
    @ParameterizedTest
    @EnumSource
    void toSweepWhenSomeWereUsedThenEachIsLookedAtAgainAtItsIdleEnd(Kind kind) throws Exception {
        open(kind);
        Instant firstEnd = START.plus(Duration.ofDays(7)).plusSeconds(10);
        UUID used = begun(1);
        UUID idle = begun(2);
        begun(100);
        assertTrue(sessions.rotate(read(used), read(used).generation(), receipt(1), firstEnd.minusSeconds(20),
                firstEnd.plusSeconds(3600)));

        assertEquals(List.of(used, idle), swept(Optional.empty(), firstEnd, 5));
        assertEquals(List.of(used), swept(Optional.empty(), firstEnd, 1));
        assertEquals(List.of(idle), swept(Optional.of(read(used)), firstEnd, 1));
        sessions.sweepLater(used);
        assertEquals(List.of(idle), swept(Optional.empty(), firstEnd, 5));
        assertFalse(swept(Optional.empty(), firstEnd.plusSeconds(3599), 5).contains(used));
        assertTrue(swept(Optional.empty(), firstEnd.plusSeconds(3600), 5).contains(used));
    }

    /** Rows of the previous version: all of them are due at the same time. */
    @ParameterizedTest
    @EnumSource
    void toSweepWhenManyAreDueAtOneTimeThenEachComesOnceInPages(Kind kind) throws Exception {
        open(kind);
        for (int second = 0; second < 25; second++) {
            begun(second);
        }
        open.createNativeQuery("update user_session set sweep_from = '2000-01-01 00:00:00'").executeUpdate();
        Set<UUID> all = new HashSet<>();
        Optional<Session> last = Optional.empty();
        for (int page = 0; page < 25 / 4 + 1; page++) {
            open.clear();
            List<Session> found = sessions.toSweep(last, NOW, 4);
            found.forEach(session -> assertTrue(all.add(session.id()), "page " + all.size() / 4));
            last = Optional.of(found.get(found.size() - 1));
        }

        assertEquals(25, all.size());
    }

    /** The idle time-out was made shorter. */
    @ParameterizedTest
    @EnumSource
    void rotateWhenTheIdleEndComesNearerThenTheSweepDoesToo(Kind kind) throws Exception {
        open(kind);
        UUID id = begun(1);
        assertTrue(sessions.rotate(read(id), read(id).generation(), receipt(1), NOW, NOW.plusSeconds(60)));

        assertEquals(List.of(id), swept(Optional.empty(), NOW.plusSeconds(60), 5));
        assertEquals(List.of(), swept(Optional.empty(), NOW.plusSeconds(59), 5));
    }

    private List<UUID> swept(Optional<Session> after, Instant now, int most) {
        open.clear();
        return sessions.toSweep(after, now, most).stream().map(Session::id).toList();
    }

    private RotationDecision present(UUID id, long generation) {
        RefreshToken token = new RefreshToken(id, generation, Optional.of(account), Instant.EPOCH);
        return read(id).present(new RefreshRequest(token, receipt(generation), NOW), NOW, Duration.ZERO);
    }

    private static Receipt receipt(long generation) {
        return new Receipt("key-" + generation, List.of(0x1122_3344_5566_7788L * generation));
    }

    private Session read(UUID id) {
        open.clear();
        return sessions.read(id).orElseThrow();
    }

    private UUID begun(long second) {
        return begun(second, account);
    }

    private UUID begun(long second, UUID whose) {
        Session session = new Session(UUID.randomUUID(), whose, new SessionOrigin("192.0.2.7", "a browser"),
                START.plusSeconds(second), Duration.ofDays(7), Duration.ofDays(30));
        sessions.insert(session);
        open.flush();
        return session.id();
    }

    private void open(Kind kind) throws Exception {
        open = DATABASES.begin(kind);
        sessions.entityManager = open;
    }
}
