package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.ToldOrigin;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionEnding;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.storage.control.BothDatabases;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import dev.holdfast.storage.control.StorageConfig;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sessions that a mark ends, and the writes of one page of it, on each database. */
class SessionEndingStoreTest {

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NOW = START.plusSeconds(1000);

    private final SessionStore sessions = new SessionStore();
    private final SessionEndingStore endings = new SessionEndingStore();
    private final UUID account = UUID.randomUUID();
    private EntityManager open;

    @ParameterizedTest
    @EnumSource
    void readWhenAMarkCoversTheSessionThenItIsOverForTheReasonOfTheEarliest(Kind kind) throws Exception {
        open(kind);
        Session early = begun(1);
        Session kept = begun(2);
        Session late = begun(10);
        mark(kept.id(), EndReason.ENDED_ELSEWHERE, 5, 1);
        mark(null, EndReason.ACCOUNT_DISABLED, 1, 2);
        endings.insert(SessionEnding.beyondLimit(account, NOW));

        assertEquals(Optional.of(EndReason.ENDED_ELSEWHERE), whyOver(early));
        assertEquals(Optional.empty(), whyOver(kept));
        assertEquals(Optional.empty(), whyOver(late));
        mark(null, EndReason.ACCOUNT_DISABLED, 5, 3);
        assertEquals(Optional.of(EndReason.ACCOUNT_DISABLED), whyOver(kept));
    }

    @ParameterizedTest
    @EnumSource
    void readWhenTheMarkIsOfAnotherAccountThenTheSessionLives(Kind kind) throws Exception {
        open(kind);
        Session mine = begun(1);
        endings.insert(SessionEnding.ofAll(UUID.randomUUID(), Optional.empty(), EndReason.ERASED, START.plusSeconds(5), NOW,
                Optional.empty()));

        assertEquals(Optional.empty(), whyOver(mine));
    }

    @ParameterizedTest
    @EnumSource
    void liveOfWhenSessionsAreMarkedThenTheyAreNeitherListedNorCounted(Kind kind) throws Exception {
        open(kind);
        begun(1);
        Session kept = begun(2);
        Session late = begun(10);
        mark(kept.id(), EndReason.ENDED_ELSEWHERE, 5, 1);

        assertEquals(List.of(late.id(), kept.id()), ids(sessions.liveOf(account, NOW)));
        assertEquals(Map.of(account, 2L), sessions.liveCountsOf(List.of(account), NOW));
        assertEquals(2, sessions.countLiveOf(account, NOW));
        assertEquals(List.of(kept.id()), ids(sessions.leastRecentlyUsed(account, late.id(), NOW, 10)));
        assertEquals(Optional.of(START.plusSeconds(5)), endings.latestCovered(account));
        assertEquals(Optional.of(START.plusSeconds(10)), sessions.latestBeginningOf(account));
    }

    @ParameterizedTest
    @EnumSource
    void endAllWhenOneHasEndedOtherwiseBeforeThenOnlyTheOthersAreTold(Kind kind) throws Exception {
        open(kind);
        Session one = begun(1);
        Session other = begun(2);
        SessionEnding ending = ending(null, EndReason.ACCOUNT_DISABLED, 5, 1);
        assertEquals(List.of(one.id(), other.id()), ids(sessions.unendedUnder(ending, 10)));
        assertEquals(List.of(one.id()), ids(sessions.unendedUnder(ending, 1)));
        sessions.end(one.id(), EndReason.SIGNED_OUT, NOW.minusSeconds(1));

        assertEquals(List.of(other.id()), sessions.endAll(List.of(one.id(), other.id()), EndReason.ACCOUNT_DISABLED, NOW));

        assertEquals(Optional.of(EndReason.SIGNED_OUT), whyOver(one));
        assertEquals(Optional.of(EndReason.ACCOUNT_DISABLED), whyOver(other));
        assertEquals(List.of(), sessions.unendedUnder(ending, 10));
    }

    @ParameterizedTest
    @EnumSource
    void dueWhenAnAccountHasSeveralMarksThenTheEarliestComesFirstAndOneNodeTakesIt(Kind kind) throws Exception {
        open(kind);
        SessionEnding first = mark(null, EndReason.ENDED_ELSEWHERE, 5, 1);
        SessionEnding second = mark(null, EndReason.ACCOUNT_DISABLED, 6, 2);

        assertTrue(endings.due(NOW, 100).contains(first.id()));
        assertFalse(endings.due(NOW, 100).contains(second.id()));
        assertTrue(endings.take(first.id(), NOW, NOW.plusSeconds(15)));
        assertFalse(endings.take(first.id(), NOW.plusSeconds(14), NOW.plusSeconds(30)));
        assertFalse(endings.due(NOW, 100).contains(first.id()));
        assertTrue(endings.due(NOW.plusSeconds(15), 100).contains(first.id()), "its node is gone");
        endings.delete(first);
        assertTrue(endings.due(NOW, 100).contains(second.id()));
        assertTrue(endings.markedAfter(new UUID(0, 0), 100)
                .contains(new MarkedAccount(account, second.id(), START.plusSeconds(6))));
    }

    /** The mark was extended to more sessions while its supposedly last page was written. */
    @ParameterizedTest
    @EnumSource
    void deleteWhenTheMarkWasExtendedBeforeThenItStays(Kind kind) throws Exception {
        open(kind);
        SessionEnding read = mark(null, EndReason.ENDED_ELSEWHERE, 5, 1);
        open.detach(read);
        assertTrue(endings.extend(read, START.plusSeconds(9)));
        assertFalse(endings.extend(read, START.plusSeconds(9)));

        endings.delete(read);

        assertEquals(Optional.of(START.plusSeconds(9)), endings.find(read.id()).map(SessionEnding::begunUntil));
        assertFalse(endings.extend(ending(null, EndReason.ERASED, 1, 1), START.plusSeconds(9)), "there is none");
    }

    @ParameterizedTest
    @EnumSource
    void forgetAccountWhenThereIsMoreThanAPageThenPageByPage(Kind kind) throws Exception {
        open(kind);
        Session ended = begun(1);
        sessions.end(ended.id(), EndReason.SIGNED_OUT, NOW);
        begun(2);
        begun(3);

        assertFalse(sessions.forgetAccount(account, 2));
        assertTrue(sessions.forgetAccount(account, 2));

        assertEquals(0L, open.createQuery("select count(s) from Session s where s.accountId = :account")
                .setParameter("account", account).getSingleResult());
        assertEquals(Optional.of(EndReason.SIGNED_OUT), whyOver(ended));
    }

    @ParameterizedTest
    @EnumSource
    void originWhenStoredThenItComesBack(Kind kind) throws Exception {
        open(kind);
        for (Optional<ToldOrigin> origin : List.of(Optional.<ToldOrigin>empty(), Optional.of(new ToldOrigin(null, null)),
                Optional.of(new ToldOrigin("192.0.2.7", "a browser")))) {
            SessionEnding stored = SessionEnding.ofAll(account, Optional.empty(), EndReason.ERASED, START, NOW, origin);
            endings.insert(stored);
            open.clear();
            assertEquals(origin, endings.find(stored.id()).orElseThrow().origin());
            assertTrue(endings.find(stored.id()).orElseThrow().isLike(stored));
        }
    }

    /** In the midst of a node's reading, another node writes the last page of the ending and deletes its mark. */
    @ParameterizedTest
    @EnumSource
    void readWhenTheMarkGivesWayToTheRowsBetweenTwoQueriesThenTheSessionIsOver(Kind kind) throws Exception {
        open(kind);
        Session session = begun(1);
        SessionEnding ending = mark(null, EndReason.ENDED_ELSEWHERE, 5, 1);
        open.getTransaction().commit();
        open.clear();
        open.getTransaction().begin();

        sessions.entityManager = beforeTheSecondQuery(open, () -> finish(kind, session, ending));
        Optional<Session> read = sessions.read(session.id());

        assertEquals(Optional.of(EndReason.ENDED_ELSEWHERE), read.orElseThrow().overAt(NOW));
    }

    @ParameterizedTest
    @EnumSource
    void latestLiveOfWhenSomeAreOverThenTheOneThatBeganLastOfTheOthers(Kind kind) throws Exception {
        open(kind);
        Session first = begun(1);
        Session second = begun(2);
        Session third = begun(3);
        SessionReads reads = new SessionReads();
        reads.store = sessions;
        reads.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Set<UUID> all = Set.of(first.id(), second.id(), third.id());

        assertEquals(Optional.of(third.id()), reads.latestLiveOf(all));
        sessions.end(third.id(), EndReason.SIGNED_OUT, NOW);
        assertEquals(Optional.of(second.id()), reads.latestLiveOf(all));
        mark(null, EndReason.ENDED_ELSEWHERE, 5, 1);
        assertEquals(Optional.empty(), reads.latestLiveOf(all));
        assertEquals(Optional.empty(), reads.latestLiveOf(Set.of(UUID.randomUUID())));
    }

    private void finish(Kind kind, Session session, SessionEnding ending) {
        try (EntityManager other = DATABASES.begin(kind)) {
            other.createQuery("update Session s set s.endedAt = :now, s.endReason = :reason where s.id = :id")
                    .setParameter("now", NOW).setParameter("reason", EndReason.ENDED_ELSEWHERE)
                    .setParameter("id", session.id()).executeUpdate();
            other.createQuery("delete from SessionEnding e where e.id = :id").setParameter("id", ending.id()).executeUpdate();
            other.getTransaction().commit();
        }
    }

    private static EntityManager beforeTheSecondQuery(EntityManager real, Runnable meanwhile) {
        AtomicInteger queries = new AtomicInteger();
        return (EntityManager) Proxy.newProxyInstance(EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("createQuery") && queries.incrementAndGet() == 2) {
                        meanwhile.run();
                    }
                    return method.invoke(real, arguments);
                });
    }

    /** Reads the session in both ways that a refresh does, and expects the same answer of both. */
    private Optional<EndReason> whyOver(Session session) {
        open.clear();
        Optional<EndReason> first = sessions.readWithAccount(session.id()).orElseThrow().overAt(NOW);
        open.clear();
        assertEquals(first, sessions.read(session.id()).orElseThrow().overAt(NOW));
        return first;
    }

    private Session begun(long second) {
        Session session = new Session(UUID.randomUUID(), account, new SessionOrigin("192.0.2.7", "a browser"),
                START.plusSeconds(second), Duration.ofDays(7), Duration.ofDays(30));
        sessions.insert(session);
        open.flush();
        return session;
    }

    private SessionEnding mark(UUID kept, EndReason reason, long begunUntil, long markedAt) {
        SessionEnding ending = ending(kept, reason, begunUntil, markedAt);
        endings.insert(ending);
        return ending;
    }

    private SessionEnding ending(UUID kept, EndReason reason, long begunUntil, long markedAt) {
        return SessionEnding.ofAll(account, Optional.ofNullable(kept), reason, START.plusSeconds(begunUntil),
                START.plusSeconds(markedAt), Optional.empty());
    }

    private static List<UUID> ids(List<Session> sessions) {
        return sessions.stream().map(Session::id).toList();
    }

    private void open(Kind kind) throws Exception {
        open = DATABASES.begin(kind);
        sessions.entityManager = open;
        sessions.storage = new StorageConfig(SettingsOf.map(kind == Kind.DERBY ? Map.of()
                : Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "localhost")));
        endings.entityManager = open;
    }
}
