package dev.holdfast.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.ActivityRetention;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.ActivityEvent;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.control.EndedSessions;
import dev.holdfast.session.control.RefreshRotation;
import dev.holdfast.session.control.Refreshed;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.session.control.SessionSweepJob;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.SessionOrigin;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Our session inside Liberty: real threads against real rows, and transactions that hold together. */
@ExtendWith(ArquillianExtension.class)
@ResourceLock(RealWar.SERVER)
class SessionContainerIT {

    private static final SessionOrigin ORIGIN = new SessionOrigin("127.0.0.1", "test");

    @Inject Sessions sessions;
    @Inject SessionReads reads;
    @Inject RefreshRotation rotation;
    @Inject EndedSessions ended;
    @Inject Accounts accounts;
    @Inject Timeline timeline;
    @Inject SessionSweepJob sweep;
    @Inject ActivityRetention retention;
    @Inject UserTransaction transaction;

    private UUID account;

    @Deployment
    static WebArchive war() {
        return RealWar.with(SessionContainerIT.class);
    }

    @Test
    void refreshWhenFiftyThreadsPresentOneTokenThenThereIsOneSuccessor() throws Exception {
        RefreshToken first = token(newSession(), 1);
        Set<String> successors = new HashSet<>();
        List<Callable<Refreshed>> callers = Collections.nCopies(50, () -> refresh(first));
        for (var refreshed : executor().invokeAll(callers)) {
            successors.add(assertInstanceOf(Refreshed.Issued.class, refreshed.get()).refreshToken().reveal());
        }
        assertEquals(1, successors.size());
        assertInstanceOf(Refreshed.Issued.class, refresh(token(first.sessionId(), 2)));
    }

    @Test
    void refreshWhenASpentTokenComesThenTheSessionEndsAndTheTimelineSaysWhy() throws Exception {
        UUID session = newSession();
        refresh(token(session, 1));
        refresh(token(session, 2));
        assertEquals(new Refreshed.Reused(), refresh(token(session, 1)));
        assertFalse(reads.isLive(session));
        assertEquals(Optional.of(EndReason.TOKEN_REUSED), ended.reasonOf(session));
        assertEquals(List.of(ActivityType.SESSION_ENDED, ActivityType.TOKEN_REUSE_DETECTED),
                timeline.page(account, 10, Optional.empty()).events().stream().map(ActivityEvent::type).toList());
    }

    @Test
    void endWhenTheTransactionRollsBackThenTheSessionLivesAndTheNodeDoesNotRefuseIt() throws Exception {
        UUID session = newSession();
        transaction.begin();
        sessions.end(session, EndReason.SIGNED_OUT);
        transaction.rollback();
        assertTrue(reads.isLive(session));
        assertEquals(Optional.empty(), ended.reasonOf(session));
    }

    @Test
    void eraseWhenDoneThenTheTombstoneKeepsNothingOfThePerson() throws Exception {
        UUID session = newSession();
        accounts.erase(account);
        assertEquals(Optional.of(EndReason.ERASED), ended.reasonOf(session));
        assertTrue(accounts.find(account).isEmpty());
        assertEquals(new Refreshed.Ended(Optional.of(EndReason.ERASED)), refresh(token(session, 1)));
    }

    /** Runs on Derby with an injected clock; the journeys test what two nodes do on PostgreSQL. */
    @Test
    void clearWhenTimeHasPassedThenEndsAreRecordedTombstonesGoAndOldActivityToo() throws Exception {
        UUID idle = newSession();
        UUID owner = account;
        Instant idleEnd = reads.liveOf(owner).get(0).idleEndsAt();

        sweep.clearAt(idleEnd.minusMillis(1));
        assertTrue(reads.isLive(idle));
        sweep.clearAt(idleEnd);
        sweep.clearAt(idleEnd);

        ActivityEvent told = timeline.page(owner, 10, Optional.empty()).events().get(0);
        assertEquals(List.of(idleEnd, Optional.of("idle"), Optional.of("test")),
                List.of(told.at(), told.reason(), told.userAgent()));
        assertEquals(1, timeline.page(owner, 10, Optional.empty()).events().size());
        RefreshToken kept = token(idle, 1);
        sweep.clearAt(idleEnd.plus(Duration.ofDays(24)).minusMillis(1));
        assertEquals(new Refreshed.Ended(Optional.of(EndReason.IDLE)), refresh(kept));
        sweep.clearAt(idleEnd.plus(Duration.ofDays(24)).plusMillis(1));
        assertEquals(new Refreshed.Ended(Optional.empty()), refresh(kept));
        retention.removeAt(idleEnd.plus(Duration.ofDays(180)));
        assertEquals(1, timeline.page(owner, 10, Optional.empty()).events().size());
        assertTrue(retention.removeAt(idleEnd.plus(Duration.ofDays(180)).plusMillis(1)) > 0);
        assertEquals(0, timeline.page(owner, 10, Optional.empty()).events().size());
    }

    private UUID newSession() throws Exception {
        transaction.begin();
        account = accounts.recognise(new AccountProfile("https://issuer.example", UUID.randomUUID().toString(),
                "ada@mail.example", true, "Ada", null, null)).id();
        UUID session = sessions.start(account, ORIGIN).id();
        transaction.commit();
        return session;
    }

    private Refreshed refresh(RefreshToken token) {
        return rotation.refresh(token, Optional.empty(), Instant.now(), Supplier::get);
    }

    private static RefreshToken token(UUID session, long generation) {
        return new RefreshToken(session, generation, Optional.empty(), Instant.EPOCH);
    }

    private static ManagedExecutorService executor() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    }
}
