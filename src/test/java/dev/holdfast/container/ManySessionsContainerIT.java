package dev.holdfast.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.ActivityEvent;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.Erasure;
import dev.holdfast.session.control.EndedSessions;
import dev.holdfast.session.control.MarkedAccounts;
import dev.holdfast.session.control.RevocationFeed;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Up to twenty thousand sessions of one account on Derby, where any lock can block other statements. */
@Order(3)
@ExtendWith(ArquillianExtension.class)
@ResourceLock(RealWar.SERVER)
class ManySessionsContainerIT {

    private static final int MANY = 20_000;

    /** More than the 5,000 row locks at which Derby locks a whole table, and small enough for a short test. */
    private static final int THOUSANDS = 6_000;
    private static final SessionOrigin ORIGIN = new SessionOrigin("127.0.0.1", "test");

    @Inject Sessions sessions;
    @Inject SessionReads reads;
    @Inject EndedSessions ended;
    @Inject MarkedAccounts marked;
    @Inject RevocationFeed feed;
    @Inject Accounts accounts;
    @Inject Timeline timeline;
    @Inject UserTransaction transaction;

    @Resource(name = "jdbc/holdfast")
    DataSource dataSource;

    private UUID account;
    private UUID session;

    @Deployment
    static WebArchive war() {
        return RealWar.with(ManySessionsContainerIT.class);
    }

    @BeforeEach
    void signIn() throws Exception {
        account = signedIn(UUID.randomUUID().toString());
        session = reads.liveOf(account).get(0).id();
    }

    @Test
    void disableWhenThereAreTwentyThousandSessionsThenAllAreOverAtOnceAndNoOtherPersonWaits() throws Exception {
        insertSessions(MANY);
        try (Neighbour neighbour = new Neighbour()) {
            assertTrue(accounts.disable(account));

            assertFalse(reads.isLive(session));
            assertEquals(Optional.of(EndReason.ACCOUNT_DISABLED), marked.whyOver(account, session));
            assertTrue(reads.liveOf(account).isEmpty());
            awaitWritten();
        }
        assertTold("ACCOUNT_DISABLED", MANY + 1);
    }

    @Test
    void endAllButWhenThereAreThousandsOfSessionsThenOneIsLeft() throws Exception {
        insertSessions(THOUSANDS);
        try (Neighbour neighbour = new Neighbour()) {
            sessions.endAllBut(account, session, EndReason.ENDED_ELSEWHERE);

            assertEquals(List.of(session), reads.liveOf(account).stream().map(Session::id).toList());
            assertEquals(Optional.empty(), marked.whyOver(account, session));
            awaitWritten();
        }
        assertTrue(reads.isLive(session));
        assertTold("ENDED_ELSEWHERE", THOUSANDS);
    }

    @Test
    void eraseWhenThereAreThousandsOfSessionsThenNothingOfThePersonIsLeft() throws Exception {
        insertSessions(THOUSANDS);
        insertEvents(2_000);
        try (Neighbour neighbour = new Neighbour()) {
            assertEquals(Erasure.ERASED, accounts.erase(account));

            assertFalse(reads.isLive(session));
            assertEquals(Optional.of(EndReason.ERASED), marked.whyOver(account, session));
            awaitWritten();
        }
        assertEquals(Optional.of(EndReason.ERASED), marked.whyOver(account, session));
        assertEquals(0, count("select count(*) from user_session where account_id = ?"));
        assertEquals(0, count("select count(*) from activity where account_id = ?"));
        assertEquals(Erasure.GONE, accounts.erase(account));
    }

    /** An administrator was faster; the owner's request does not undo the administrator's. */
    @Test
    void eraseWhenTheAccountIsDisabledThenItStaysDisabled() {
        accounts.disable(account);

        assertEquals(Erasure.DISABLED, accounts.erase(account));

        assertTrue(accounts.find(account).orElseThrow().isDisabled());
    }

    /** A session that begins later is not ended, however far the pages have come. */
    @Test
    void startWhenManySessionsAreStillBeingEndedThenTheNewOneLives() throws Exception {
        insertSessions(2_000);
        sessions.endAll(account, EndReason.ENDED_BY_ADMINISTRATOR);

        transaction.begin();
        UUID later = sessions.start(account, ORIGIN).id();
        transaction.commit();

        assertEquals(Optional.empty(), marked.whyOver(account, later));
        awaitWritten();
        assertTrue(reads.isLive(later));
        assertEquals(List.of(later), reads.liveOf(account).stream().map(Session::id).toList());
        assertTold("ENDED_BY_ADMINISTRATOR", 2_001);
    }

    @Test
    void startWhenThereAreAsManyAsThereMayBeThenTheLeastRecentlyUsedEnds() throws Exception {
        insertSessions(99);
        UUID oldest = UUID.fromString(text("select id from user_session where account_id = ? order by refreshed_at, id"));

        transaction.begin();
        UUID newest = sessions.start(account, ORIGIN).id();
        transaction.commit();

        assertEquals(100, reads.liveOf(account).size());
        assertFalse(reads.isLive(oldest));
        assertTrue(reads.isLive(newest));
        assertEquals(Optional.of(EndReason.ENDED_ELSEWHERE), ended.reasonOf(oldest));
    }

    @Test
    void endWhenTheTransactionCanOnlyBeRolledBackThenNothingIsToldOrRemembered() throws Exception {
        UUID other = session;
        transaction.begin();
        transaction.setRollbackOnly();
        assertThrows(RuntimeException.class, () -> sessions.end(other, EndReason.SIGNED_OUT));
        transaction.rollback();

        assertUntouched();
    }

    @Test
    void endWhenTheTransactionIsRolledBackAfterwardsThenNothingIsToldOrRemembered() throws Exception {
        transaction.begin();
        sessions.end(session, EndReason.SIGNED_OUT);
        transaction.setRollbackOnly();
        transaction.rollback();

        assertUntouched();
    }

    @Test
    void endWhenTheTransactionHasTimedOutThenNothingIsToldOrRemembered() throws Exception {
        transaction.setTransactionTimeout(1);
        transaction.begin();
        try {
            await("the time-out", () -> transaction.getStatus() != Status.STATUS_ACTIVE);
            assertThrows(PersistenceException.class, () -> sessions.end(session, EndReason.SIGNED_OUT));
        } finally {
            transaction.rollback();
            transaction.setTransactionTimeout(0);
        }
        assertUntouched();
    }

    private void assertUntouched() {
        assertTrue(reads.isLive(session));
        assertEquals(Optional.empty(), ended.reasonOf(session));
        assertEquals(List.of(), timeline.page(account, 10, Optional.empty()).events().stream()
                .map(ActivityEvent::type).toList());
    }

    private void awaitWritten() throws Exception {
        await("all rows say so", () -> count("select count(*) from session_ending where account_id = ?") == 0);
    }

    private void assertTold(String reason, long number) throws SQLException {
        assertEquals(number, count("select count(*) from user_session where account_id = ? and end_reason = '" + reason + "'"));
        assertEquals(number, count("select count(distinct session_id) from activity where account_id = ?"
                + " and type = 'session_ended' and reason = '" + reason.toLowerCase() + "'"));
        assertEquals(number, count("select count(*) from activity where account_id = ? and type = 'session_ended'"));
    }

    private UUID signedIn(String subject) throws Exception {
        transaction.begin();
        UUID id = accounts.recognise(new AccountProfile("https://issuer.example", subject, "ada@mail.example", true, "Ada", null,
                null)).id();
        sessions.start(id, ORIGIN);
        transaction.commit();
        return id;
    }

    private void insertSessions(int number) throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection(); PreparedStatement insert = connection.prepareStatement(
                "insert into user_session (id, account_id, generation, created_at, rotated_at, refreshed_at, idle_ends_at,"
                + " ends_at, address, user_agent) values (?, ?, 1, ?, ?, ?, ?, ?, '192.0.2.7', 'one of many')")) {
            for (int each = 0; each < number; each++) {
                Instant begun = now.minus(Duration.ofDays(1)).minusSeconds(each);
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, account.toString());
                insert.setTimestamp(3, utc(begun));
                insert.setTimestamp(4, utc(begun));
                insert.setTimestamp(5, utc(begun));
                insert.setTimestamp(6, utc(now.plus(Duration.ofDays(6))));
                insert.setTimestamp(7, utc(now.plus(Duration.ofDays(20))));
                insert.addBatch();
                if (each % 1000 == 999 || each == number - 1) {
                    insert.executeBatch();
                }
            }
        }
    }

    private void insertEvents(int number) throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement insert = connection.prepareStatement(
                "insert into activity (id, account_id, happened_at, type) values (?, ?, ?, 'signed_in')")) {
            for (int each = 0; each < number; each++) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, account.toString());
                insert.setTimestamp(3, utc(Instant.now()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Timestamp utc(Instant time) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    private long count(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, account.toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant giveUp = Instant.now().plus(Duration.ofMinutes(5));
        while (!condition.call()) {
            if (Instant.now().isAfter(giveUp)) {
                fail("not in time: " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Another person who signs in and out all the time while the feed is read; a failure of theirs fails the test. */
    private final class Neighbour implements AutoCloseable {

        private final AtomicBoolean leaving = new AtomicBoolean();
        private final String subject = UUID.randomUUID().toString();
        private final UUID first = signedIn(subject);
        private final Future<?> atWork;

        Neighbour() throws Exception {
            ManagedExecutorService executor = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
            UserTransaction own = InitialContext.doLookup("java:comp/UserTransaction");
            atWork = executor.submit(() -> {
                while (!leaving.get()) {
                    work(own);
                }
                return null;
            });
        }

        private void work(UserTransaction own) throws Exception {
            own.begin();
            accounts.recognise(new AccountProfile("https://issuer.example", subject, "emi@mail.example", true, "Emi", null, null));
            UUID id = sessions.start(first, ORIGIN).id();
            own.commit();
            assertTrue(reads.isLive(id));
            assertTrue(feed.isCurrent());
            sessions.end(id, EndReason.SIGNED_OUT);
            assertFalse(reads.isLive(id));
        }

        @Override
        public void close() throws Exception {
            leaving.set(true);
            atWork.get();
        }
    }
}
