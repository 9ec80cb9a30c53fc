package dev.holdfast.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.crypto.control.Reencryption;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.CustodyEvent;
import dev.holdfast.custody.care.GrantCounts;
import dev.holdfast.custody.care.GrantCountsJob;
import dev.holdfast.custody.care.KeepAliveJob;
import dev.holdfast.custody.grant.Grant;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.GrantedTokens;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.session.entity.SessionOrigin;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The life of grants over months, inside Liberty. The jobs also run by themselves, which must change nothing. */
@ExtendWith(ArquillianExtension.class)
@ResourceLock(RealWar.SERVER)
class GrantCareContainerIT {

    private static final AtomicInteger LIMIT_WARNINGS = new AtomicInteger();
    private static final AtomicInteger EXPIRY_WARNINGS = new AtomicInteger();
    private static final Duration LONG = Duration.ofDays(91);
    private static final String REVOKED_AT_GOOGLE = "{\"error\":\"invalid_grant\"}";

    @Inject GoogleTokenManager manager;
    @Inject Grants grants;
    @Inject KeepAliveJob keepAlive;
    @Inject GrantCountsJob counts;
    @Inject Reencryption reencryption;
    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject SessionReads sessionReads;
    @Inject UserTransaction transaction;

    private SmallGoogle google;
    private GrantRows rows;

    @Deployment
    static WebArchive war() {
        return RealWar.with(GrantCareContainerIT.class, SmallGoogle.class, GrantRows.class);
    }

    @BeforeEach
    void enter() throws Exception {
        google = SmallGoogle.open();
        rows = GrantRows.open();
        rows.clear();
        LIMIT_WARNINGS.set(0);
        EXPIRY_WARNINGS.set(0);
    }

    @AfterEach
    void leave() {
        google.close();
    }

    @Test
    void storeWhenATokenComesThenOnlyANewOneCounts() throws Exception {
        UUID account = signedIn("first");
        assertEquals(1, received(account));
        store(account, tokens(Optional.of("first")));
        store(account, tokens(Optional.empty()));
        assertEquals(1, received(account), "Google has issued no other");
        store(account, tokens(Optional.of("second")));
        assertEquals(2, received(account));
    }

    /** People read this time as "connected since", and the check-up compares it with the end of a token. */
    @Test
    void storeWhenNoTokenComesThenTheGrantIsAsOldAsBefore() throws Exception {
        UUID account = signedIn("first");
        Instant since = Instant.now().minus(LONG).truncatedTo(ChronoUnit.MICROS);
        rows.set(account, "granted_at", since);
        store(account, tokens(Optional.empty()));
        assertEquals(since, grants.find(account).orElseThrow().grantedAt());
        store(account, tokens(Optional.of("second")));
        assertTrue(grants.find(account).orElseThrow().grantedAt().isAfter(since));
    }

    @Test
    void storeWhenOfAnotherClientThenTheCountStartsOver() throws Exception {
        UUID account = signedIn("first");
        rows.set(account, "client_id = 'former-client', refresh_tokens_received = 42");
        store(account, tokens(Optional.of("second")));
        assertEquals(1, received(account));
    }

    @Test
    void storeWhenGoogleWasToldToRevokeThenTheCountStartsOver() throws Exception {
        UUID account = signedIn("first");
        rows.set(account, "refresh_tokens_received = 42");
        grants.disconnect(account);
        await(() -> rows.number("select count(*) from parked_revocation") == 0);
        assertTrue(store(account, tokens(Optional.of("second"))));
        assertEquals(1, received(account));
    }

    /** A parked revocation that is dropped has revoked nothing. */
    @Test
    void storeWhenGoogleWasNeverToldThenTheCountGoesOn() throws Exception {
        google.answersRevocations(503);
        UUID account = signedIn("first");
        rows.set(account, "refresh_tokens_received = 42");
        grants.disconnect(account);
        await(() -> store(account, tokens(Optional.of("second"))));
        assertEquals(43, received(account));
    }

    @Test
    void acquireWhenTheRefreshTokenIsRotatedThenTheNewOneCounts() throws Exception {
        UUID account = signedIn("first");
        google.answersTokens(200, SmallGoogle.token("one", ",\"refresh_token\":\"second\""));
        Acquired.Fresh one = assertInstanceOf(Acquired.Fresh.class,
                manager.acquireInsteadOf(account, tokens(Optional.empty()).accessToken()));
        assertEquals(2, received(account));
        google.answersTokens(200, SmallGoogle.token("two", ",\"refresh_token\":\"second\""));
        assertInstanceOf(Acquired.Fresh.class, manager.acquireInsteadOf(account, one.token()));
        assertEquals(2, google.refreshes());
        assertEquals(2, received(account), "the same token again is no new one");
    }

    @Test
    void storeWhenHalfOfGooglesLimitIsReachedThenOneWarning() throws Exception {
        UUID account = signedIn("first");
        rows.set(account, "refresh_tokens_received = 48");
        for (int i = 0; i < 4; i++) {
            store(account, tokens(Optional.of("again-" + i)));
            assertEquals(i == 0 ? 0 : 1, LIMIT_WARNINGS.get());
        }
    }

    @Test
    void keepAliveWhenUnusedForLongThenItIsRefreshedOnce() throws Exception {
        UUID account = unusedFor(LONG);
        Callable<Void> round = () -> {
            keepAlive.round();
            return null;
        };
        ManagedExecutorService executor = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        for (var done : executor.invokeAll(List.of(round, round, round))) {
            done.get();
        }
        assertEquals(1, google.refreshes());
        Grant grant = grants.find(account).orElseThrow();
        assertTrue(grant.refreshTokenUsedAt().orElseThrow().isAfter(Instant.now().minusSeconds(60)));
        assertEquals(GrantStatus.SCOPE_SHORT, grant.status());
    }

    @Test
    void keepAliveWhenUsedLatelyDeadForeignOrUnreadableThenGoogleIsNotAsked() throws Exception {
        unusedFor(Duration.ofDays(89));
        for (GrantStatus dead : List.of(GrantStatus.REAUTH_REQUIRED, GrantStatus.BLOCKED_BY_POLICY,
                GrantStatus.CLIENT_REJECTED, GrantStatus.REVOKED)) {
            rows.set(unusedFor(LONG), "status = '" + dead + "'");
        }
        rows.set(unusedFor(LONG), "client_id = 'former-client'");
        rows.set(unusedFor(LONG), "refresh_token = cast(X'0100000001ffffffffffffffffffffffff' as blob)");
        keepAlive.round();
        assertEquals(0, google.refreshes());
    }

    /** A sign-in without a refresh token has not used the stored one. */
    @Test
    void keepAliveWhenTheAccountOnlySignedInThenItsTokenIsStillUnused() throws Exception {
        UUID account = unusedFor(LONG);
        store(account, tokens(Optional.empty()));
        rows.set(account, "access_token_expires_at", Instant.now().minusSeconds(60));
        keepAlive.round();
        assertEquals(1, google.refreshes());
    }

    @Test
    void keepAliveWhenGoogleRefusesThenGrantAndSessionsEndAsAlways() throws Exception {
        UUID account = unusedFor(LONG);
        transaction.begin();
        UUID session = sessions.start(account, new SessionOrigin("127.0.0.1", "test")).id();
        transaction.commit();
        google.answersTokens(400, REVOKED_AT_GOOGLE);
        keepAlive.round();
        assertEquals(GrantStatus.REVOKED, grants.find(account).orElseThrow().status());
        assertFalse(sessionReads.isLive(session));
    }

    @Test
    void keepAliveWhenGoogleDoesNotAnswerThenTheRestWaitsAndNoGrantIsTriedOverAndOver() throws Exception {
        List<UUID> unused = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            unused.add(unusedFor(LONG));
        }
        google.answersTokens(503, "{\"error\":\"internal_failure\"}");
        keepAlive.round();
        int degraded = rows.number("select count(*) from google_grant where status = 'DEGRADED'");
        assertTrue(degraded == 1 || degraded == 2, "one here, and perhaps one by schedule: " + degraded);

        google.answersTokens(200, SmallGoogle.token("fresh", ""));
        keepAlive.round();
        assertEquals(degraded, rows.number("select count(*) from google_grant where status = 'DEGRADED'"));
        assertEquals(8 - degraded, rows.number("select count(*) from google_grant where status = 'SCOPE_SHORT'"));
        for (UUID account : unused) {
            rows.set(account, "keep_alive_after", Instant.now().minusSeconds(1));
        }
        keepAlive.round();
        assertEquals(0, rows.number("select count(*) from google_grant where status = 'DEGRADED'"));
    }

    @Test
    void countsWhenAGrantEndsSoonThenOneWarningForEachSuchTime() throws Exception {
        UUID account = signedIn("first");
        rows.set(account, "refresh_token_expires_at", Instant.now().plus(Duration.ofDays(4)));
        counts.round();
        assertEquals(0, EXPIRY_WARNINGS.get());
        rows.set(account, "refresh_token_expires_at", Instant.now().plus(Duration.ofDays(2)));
        counts.round();
        counts.round();
        rows.set(account, "refresh_token_expires_at", Instant.now().plus(Duration.ofDays(2)).plusSeconds(30));
        counts.round();
        assertEquals(1, EXPIRY_WARNINGS.get());
        store(account, tokens(Optional.of("second")));
        rows.set(account, "refresh_token_expires_at", Instant.now().plus(Duration.ofDays(1)));
        counts.round();
        assertEquals(2, EXPIRY_WARNINGS.get());
    }

    @Test
    void countsWhenCountedThenAsTheRowsStand() throws Exception {
        google.answersRevocations(503);
        signedIn("one");
        rows.set(signedIn("two"), "status = 'REAUTH_REQUIRED'");
        grants.disconnect(signedIn("three"));
        // Counted here: the latest scheduled count may have begun before these rows existed.
        GrantCounts counted = counts.round();
        assertEquals(1, counted.grants(GrantStatus.SCOPE_SHORT));
        assertEquals(1, counted.grants(GrantStatus.REAUTH_REQUIRED));
        assertEquals(0, counted.grants(GrantStatus.ACTIVE));
        assertEquals(1, counted.parked());
        assertTrue(counted.oldestParked().orElseThrow().isAfter(Instant.now().minusSeconds(60)));
    }

    /** A server that a rolling restart has not reached yet must not undo what the others do. */
    @Test
    void reencryptionWhenAServerStartedLaterHasAnotherKeyInFrontThenThisOneMovesNothing() throws Exception {
        reencryption.round();
        assertEquals(OptionalLong.of(0), reencryption.left());
        rows.change("insert into encryption_key (key_number, in_front_since)"
                + " values (4711, timestamp('2999-01-01', '00:00:00'))");
        try {
            assertEquals(0, reencryption.round());
            assertEquals(OptionalLong.empty(), reencryption.left());
        } finally {
            rows.change("delete from encryption_key where key_number = 4711");
        }
        reencryption.round();
        assertEquals(OptionalLong.of(0), reencryption.left());
    }

    /** Counts the events that operators are told of. */
    @Dependent
    static class Warnings {
        void happened(@Observes CustodyEvent event) {
            if (event == CustodyEvent.TOKEN_LIMIT_NEAR) {
                LIMIT_WARNINGS.incrementAndGet();
            } else if (event == CustodyEvent.EXPIRY_NEAR) {
                EXPIRY_WARNINGS.incrementAndGet();
            }
        }
    }

    private UUID unusedFor(Duration time) throws Exception {
        UUID account = signedIn("unused");
        rows.set(account, "refresh_token_used_at", Instant.now().minus(time));
        rows.set(account, "access_token_expires_at", Instant.now().minusSeconds(60));
        return account;
    }

    private UUID signedIn(String refreshToken) throws Exception {
        transaction.begin();
        UUID account = accounts.recognise(new AccountProfile("https://issuer.example", UUID.randomUUID().toString(),
                "ada@mail.example", true, "Ada", null, null)).id();
        transaction.commit();
        store(account, tokens(Optional.of(refreshToken)));
        return account;
    }

    /** False while a revocation that is under way may take back what was granted. */
    private boolean store(UUID account, GrantedTokens tokens) throws Exception {
        transaction.begin();
        boolean stored = grants.store(account, tokens);
        transaction.commit();
        return stored;
    }

    private int received(UUID account) {
        return grants.find(account).orElseThrow().refreshTokensReceived();
    }

    private static GrantedTokens tokens(Optional<String> refreshToken) {
        Instant now = Instant.now();
        return new GrantedTokens(new AccessToken(Secret.of("access"), Set.of("openid"), now, now.plus(Duration.ofHours(1))),
                refreshToken.map(Secret::of), Optional.empty());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant giveUp = Instant.now().plusSeconds(30);
        while (!condition.call()) {
            assertTrue(Instant.now().isBefore(giveUp), "it has not come");
            Thread.sleep(100);
        }
    }
}
