package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.people.People;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * {@code kill -9} between the commit of a rotation and its answer. A commit that waits for a standby that does not exist
 * is durable and unanswered for as long as the test likes.
 */
@ResourceLock(Locks.CLUSTER)
class CrashIT {

    private static final String KEY = "the-refresh-of-the-crash";

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Cluster cluster = Cluster.shared();

    @AfterEach
    void bringTheNodeBack() {
        if (!cluster.one().isReady()) {
            cluster.one().start();
        }
    }

    @Test
    void refreshWhenTheNodeIsKilledAfterTheCommitThenTheSameKeyGetsThatSuccessorEverywhere() throws Exception {
        Browser ada = cluster.browserAt(cluster.one());
        ada.signIn(People.ADA);
        long before = generationOf(ada);

        killBetweenCommitAndAnswer(ada);

        String stored = value("select generation from user_session where id = '" + claim(ada, "sid") + "'");
        assertEquals(Long.toString(before + 1), stored, "committed, unanswered");
        Browser atOther = ada.copy().through(cluster.other());
        Answers.fine(atOther.refresh(KEY));
        assertEquals(before + 1, generationOf(atOther));
        cluster.one().start();
        Answers.fine(ada.refresh(KEY));
        assertEquals(atOther.cookies(), ada.cookies());
        Answers.fine(ada.get("/api/account"));
        Answers.fine(ada.refresh());
        assertEquals(before + 2, generationOf(ada));
        assertNothingStoredIsACookie(ada);
    }

    private void killBetweenCommitAndAnswer(Browser browser) throws Exception {
        URI node = cluster.one().origin();
        try (Socket caller = new Socket(node.getHost(), node.getPort())) {
            letCommitsWait();
            caller.getOutputStream().write(("POST /auth/token/refresh HTTP/1.1\r\nHost: " + node.getAuthority()
                    + "\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nIdempotency-Key: " + KEY
                    + "\r\nCookie: holdfast=" + browser.cookies().get("holdfast") + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Eventually.holds(SOON, "the commit waits", () -> waiting("%user_session%") > 0);
            assertEquals(0, caller.getInputStream().available(), "nothing has been answered");
            cluster.one().kill();
        } finally {
            execute("alter system reset synchronous_standby_names");
            execute("select pg_reload_conf()");
        }
        Eventually.holds(SOON, "no commit waits", () -> waiting("%") == 0);
    }

    /** The setting takes effect a moment after it is read again: commits go on until one waits. */
    private void letCommitsWait() throws SQLException {
        execute("alter system set synchronous_standby_names = 'nobody'");
        execute("select pg_reload_conf()");
        CompletableFuture<Void> commits = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 10_000 && waiting("%") == 0; i++) {
                value("select pg_logical_emit_message(true, 'probe', '')");
            }
        });
        Eventually.holds(SOON, "commits wait", () -> !commits.isCompletedExceptionally() && waiting("%") > 0);
    }

    private long waiting(String query) {
        return Long.parseLong(value("select count(*) from pg_stat_activity where wait_event = 'SyncRep' and query ilike '"
                + query + "'"));
    }

    /** D09: a reader of the database gets no session from it. */
    private void assertNothingStoredIsACookie(Browser browser) throws SQLException {
        String cookie = browser.cookies().get("holdfast");
        List<String> stored = storedValues(claim(browser, "sub"));
        assertTrue(stored.size() > 20, stored::toString);
        for (String each : stored) {
            assertFalse(each.contains(cookie) || each.contains(cookie.substring(cookie.lastIndexOf('.') + 1)));
            Browser thief = cluster.browserAt(cluster.other());
            thief.cookies().put("holdfast", each);
            assertNotEquals(200, thief.refresh().statusCode(), each);
        }
        Answers.fine(browser.refresh());
    }

    private List<String> storedValues(String account) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String table : List.of("user_session", "signing_key", "google_grant", "activity", "account")) {
            try (var connection = cluster.postgres().getPostgresDatabase().getConnection();
                    var rows = connection.createStatement().executeQuery("select value from " + table
                            + " t, jsonb_each_text(to_jsonb(t)) where value ~ '^[!-~]+$' and value !~ '[\",;]'"
                            + " and ('" + table + "' = 'signing_key' or t::text like '%" + account + "%')")) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }

    private static String claim(Browser browser, String name) {
        return Jws.claims(browser.accessToken()).get(name).getAsString();
    }

    private static long generationOf(Browser browser) {
        return Jws.claims(browser.cookies().get("holdfast")).get("gen").getAsLong();
    }

    private String value(String query) {
        try (var connection = cluster.postgres().getPostgresDatabase().getConnection();
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = cluster.postgres().getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(statement);
        }
    }
}
