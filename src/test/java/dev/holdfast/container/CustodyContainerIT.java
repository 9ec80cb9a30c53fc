package dev.holdfast.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.GoogleAccessLost;
import dev.holdfast.crypto.entity.Secret;
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
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Custody inside Liberty: real beans, threads, transactions and fault tolerance; only Google's token endpoint is ours. */
@ExtendWith(ArquillianExtension.class)
@ResourceLock(RealWar.SERVER)
class CustodyContainerIT {

    private static final AtomicBoolean OBSERVER_FAILS = new AtomicBoolean();
    private static final SessionOrigin ORIGIN = new SessionOrigin("127.0.0.1", "test");

    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String answer = token("fresh");
    private HttpServer google;

    @Inject GoogleTokenManager manager;
    @Inject Grants grants;
    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject SessionReads sessionReads;

    @Inject UserTransaction transaction;

    @Resource(lookup = "jdbc/holdfast")
    DataSource dataSource;

    @Deployment
    static WebArchive war() {
        return RealWar.with(CustodyContainerIT.class);
    }

    @BeforeEach
    void openGoogle() throws IOException {
        OBSERVER_FAILS.set(false);
        google = HttpServer.create(new InetSocketAddress("127.0.0.1", RealWar.GOOGLE_PORT), 0);
        String origin = "http://127.0.0.1:" + RealWar.GOOGLE_PORT;
        google.createContext("/.well-known/openid-configuration", exchange -> {
            byte[] body = ("{\"issuer\":\"" + origin + "\",\"authorization_endpoint\":\"" + origin + "/auth\","
                    + "\"token_endpoint\":\"" + origin + "/token\",\"jwks_uri\":\"" + origin + "/certs\","
                    + "\"revocation_endpoint\":\"" + origin + "/revoke\",\"subject_types_supported\":[\"public\"],"
                    + "\"response_types_supported\":[\"code\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        google.createContext("/token", exchange -> {
            asked.incrementAndGet();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        google.start();
    }

    @AfterEach
    void closeGoogle() {
        google.stop(0);
    }

    @Test
    void acquireWhenFiftyThreadsFindItExpiredThenGoogleIsAskedOnce() throws Exception {
        UUID account = accountWith(expiredTokens());
        List<Callable<Acquired>> callers = Collections.nCopies(50, () -> manager.acquire(account));
        Set<String> tokens = new HashSet<>();
        for (var acquired : executor().invokeAll(callers)) {
            tokens.add(assertInstanceOf(Acquired.Fresh.class, acquired.get()).token().value().reveal());
        }
        assertEquals(Set.of("fresh"), tokens);
        assertEquals(1, asked.get());
    }

    @Test
    void acquireWhenFreshThenNeitherGoogleNorTheRowIsAsked() throws Exception {
        UUID account = accountWith(tokens("stored", Duration.ofHours(1), Optional.of(Secret.of("refresh"))));
        assertInstanceOf(Acquired.Fresh.class, manager.acquire(account));
        google.stop(0);
        Acquired.Fresh fresh = assertInstanceOf(Acquired.Fresh.class, manager.acquire(account));
        assertEquals("stored", fresh.token().value().reveal());
        assertEquals(0, asked.get());
    }

    @Test
    void acquireWhenRefusedForGoodThenGrantAndSessionsEndTogether() throws Exception {
        UUID account = accountWith(expiredTokens());
        UUID session = startSession(account);
        status = 400;
        answer = "{\"error\":\"invalid_grant\"}";
        assertEquals(new Acquired.Lost(EndReason.GOOGLE_REVOKED), manager.acquire(account));
        assertFalse(sessionReads.isLive(session));
        Grant grant = grants.find(account).orElseThrow();
        assertEquals(GrantStatus.REVOKED, grant.status());
        assertTrue(grant.refreshToken().isEmpty());
        assertEquals(new Acquired.Lost(EndReason.GOOGLE_REVOKED), manager.acquire(account));
        assertEquals(1, asked.get(), "a dead grant costs no further call");
    }

    @Test
    void acquireWhenEndingSessionsFailsThenTheGrantIsNotHalfDead() throws Exception {
        UUID account = accountWith(expiredTokens());
        UUID session = startSession(account);
        status = 400;
        answer = "{\"error\":\"invalid_grant\"}";
        OBSERVER_FAILS.set(true);
        assertInstanceOf(Acquired.Unavailable.class, manager.acquire(account));
        assertTrue(sessionReads.isLive(session));
        assertNotEquals(GrantStatus.REVOKED, grants.find(account).orElseThrow().status());
        assertTrue(grants.find(account).orElseThrow().refreshToken().isPresent());
    }

    @Test
    void acquireWhenGoogleHiccupsThenThreeTriesAndAValue() throws Exception {
        UUID account = accountWith(expiredTokens());
        status = 503;
        answer = "{\"error\":\"internal_failure\"}";
        assertInstanceOf(Acquired.Unavailable.class, manager.acquire(account));
        assertEquals(3, asked.get());
        assertEquals(GrantStatus.DEGRADED, grants.find(account).orElseThrow().status());
    }

    @Test
    void storeWhenNoRefreshTokenComesThenTheStoredOneStays() throws Exception {
        UUID account = accountWith(tokens("first", Duration.ofHours(1), Optional.of(Secret.of("refresh"))));
        store(account, tokens("second", Duration.ofHours(1), Optional.empty()));
        assertTrue(grants.hasUsableRefreshToken(account));
        Acquired.Fresh fresh = assertInstanceOf(Acquired.Fresh.class, manager.acquire(account));
        assertEquals("second", fresh.token().value().reveal());
    }

    @Test
    void storeWhenTheTransactionRollsBackThenNothingIsKept() throws Exception {
        UUID account = newAccount();
        transaction.begin();
        grants.store(account, expiredTokens());
        transaction.rollback();
        assertTrue(grants.find(account).isEmpty());
    }

    /** Both transactions write the grant and read the account, in an order that cannot deadlock. */
    @Test
    void acquireWhenTheSamePersonSignsInAtThatMomentThenBothSucceed() throws Exception {
        AccountProfile profile = someone();
        UUID account = recognised(profile);
        store(account, expiredTokens());
        transaction.begin();
        accounts.recognise(profile);
        // Any query flushes the changes that are pending by then.
        accounts.find(profile.issuer(), profile.subject());
        Future<Acquired> acquiring = executor().submit(() -> manager.acquire(account));
        awaitAWaitingTransaction();
        grants.store(account, tokens("of the sign-in", Duration.ofHours(1), Optional.of(Secret.of("newer"))));
        transaction.commit();

        assertInstanceOf(Acquired.Fresh.class, acquiring.get());
        assertEquals("of the sign-in", assertInstanceOf(Acquired.Fresh.class, manager.acquire(account)).token().value()
                .reveal());
    }

    private void awaitAWaitingTransaction() throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                ResultSet found = statement.executeQuery("select count(*) from syscs_diag.lock_table where state = 'WAIT'");
                if (found.next() && found.getInt(1) > 0) {
                    return;
                }
            }
        }
        throw new AssertionError("nobody waits for a lock");
    }

    /** A second observer of the loss, which can be made to fail. */
    @Dependent
    static class FailingObserver {
        void fail(@Observes GoogleAccessLost lost) {
            if (OBSERVER_FAILS.get()) {
                throw new IllegalStateException("planted");
            }
        }
    }

    private static ManagedExecutorService executor() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    }

    private UUID accountWith(GrantedTokens tokens) throws Exception {
        UUID account = newAccount();
        store(account, tokens);
        return account;
    }

    private UUID newAccount() throws Exception {
        return recognised(someone());
    }

    private static AccountProfile someone() {
        return new AccountProfile("https://issuer.example", UUID.randomUUID().toString(), "ada@mail.example", true, "Ada",
                null, null);
    }

    private UUID recognised(AccountProfile profile) throws Exception {
        transaction.begin();
        UUID account = accounts.recognise(profile).id();
        transaction.commit();
        return account;
    }

    private void store(UUID account, GrantedTokens tokens) throws Exception {
        transaction.begin();
        grants.store(account, tokens);
        transaction.commit();
    }

    private UUID startSession(UUID account) throws Exception {
        transaction.begin();
        UUID session = sessions.start(account, ORIGIN).id();
        transaction.commit();
        return session;
    }

    private static GrantedTokens expiredTokens() {
        return tokens("over", Duration.ofSeconds(-1), Optional.of(Secret.of("refresh")));
    }

    private static GrantedTokens tokens(String value, Duration left, Optional<Secret> refreshToken) {
        Instant expiresAt = Instant.now().plus(left);
        return new GrantedTokens(new AccessToken(Secret.of(value), Set.of("openid"),
                expiresAt.minus(Duration.ofHours(1)), expiresAt), refreshToken, Optional.empty());
    }

    private static String token(String value) {
        return "{\"access_token\":\"" + value + "\",\"expires_in\":3599,\"token_type\":\"Bearer\",\"scope\":\"openid\"}";
    }
}
