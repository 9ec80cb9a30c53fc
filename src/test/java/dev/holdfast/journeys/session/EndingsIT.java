package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.LongGone;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two servers on one PostgreSQL, one of them in another time zone. Every end of a session, whenever it commits, takes effect
 * everywhere within a second, is reported once, and is cleared up in the end.
 */
@Order(3)
@ResourceLock(Locks.CLUSTER)
@Isolated
class EndingsIT {

    private static final String UTC_NOW = "clock_timestamp() at time zone 'utc'";
    /** The same time throughout a statement. */
    private static final String UTC_START = "now() at time zone 'utc'";

    private static final Duration A_SECOND_AND_A_QUESTION = Duration.ofSeconds(2);

    private Cluster cluster;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
    }

    @Test
    void sessionsWhenTheyEndByTimeOrAreLongOverThenBothNodesTogetherClearThemUpOnce() {
        Eventually.holds(Duration.ofSeconds(90), "all is cleared", () -> cluster.number(
                "select count(*) from user_session where account_id = '" + LongGone.ACCOUNT + "' and ended_at is null"
                + " or ends_at < now() at time zone 'utc' - interval '1 day'") == 0
                && cluster.number("select count(*) from activity where happened_at < now() - interval '180 days'") == 0);

        String told = "select count(*) from activity where account_id = '" + LongGone.ACCOUNT + "' and type = 'session_ended'";
        assertEquals(280, cluster.number(told));
        assertEquals(250, cluster.number(told + " and reason = 'idle'"));
        assertEquals(30, cluster.number(told + " and reason = 'expired'"));
        assertEquals(280, cluster.number("select count(distinct session_id) from activity where account_id = '" + LongGone.ACCOUNT
                + "' and address = '192.0.2.7' and user_agent = 'of the session' and happened_at < now() at time zone 'utc'"
                + " - interval '23 hours'"));
        assertEquals(250, cluster.number("select count(*) from user_session where account_id = '" + LongGone.ACCOUNT
                + "' and end_reason = 'IDLE' and ended_at = idle_ends_at"));
        assertEquals(0, cluster.number("select count(*) from user_session where account_id = '" + LongGone.ACCOUNT
                + "' and ended_at = idle_ends_at and (address is not null or user_agent is not null)"));
        assertEquals(10, cluster.number("select count(*) from activity where happened_at < now() - interval '170 days'"));
    }

    /** Both nodes send small queries only, and a session that ends during the burst is known as soon as ever. */
    @Test
    void sessionsWhenAHundredThousandEndAtOnceThenBothNodesKnowThemAndWhatEndsNext() {
        Browser inTheBurst = signedIn(People.ADA);
        Browser next = signedIn(People.BRUNO);
        Browser untouched = signedIn(People.CARMEN);
        UUID crowd = UUID.randomUUID();
        LongGone.insertSessions(cluster, 100_000, "- interval '1 hour'", "+ interval '6 days'", "+ interval '20 days'",
                UTC_START + ", 'ENDED_ELSEWHERE'", crowd);

        endInDatabase(inTheBurst);

        assertRefusedEverywhere(inTheBurst, "ended_elsewhere", Duration.ofSeconds(4));
        assertEquals(204, next.copy().through(cluster.one()).logout().statusCode());
        assertRefusedEverywhere(next, "signed_out", A_SECOND_AND_A_QUESTION);
        Answers.fine(untouched.through(cluster.one()).get("/api/account"));
        Answers.fine(untouched.through(cluster.other()).get("/api/account"));
        cluster.run("delete from user_session where account_id = '" + crowd + "'");
    }

    /** The lock of the caller's own row holds up the whole request, and no session ends before the request goes on. */
    @Test
    void sessionsWhenAllAreEndedThenTheCallersOwnEndsInTheSameTransaction() throws Exception {
        Guest guest = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        Browser ada = guest.browser();
        Browser other = guest.elsewhere().browser();
        String ended = "select count(*) from user_session where account_id = '" + guest.accountId() + "' and ended_at is not null";
        try (Connection connection = cluster.connection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select 1 from user_session where id = '"
                    + Jws.claims(ada.accessToken()).get("sid").getAsString() + "' for update");
            CompletableFuture<HttpResponse<String>> all =
                    CompletableFuture.supplyAsync(() -> ada.copy().delete("/api/sessions?current=true"));
            Eventually.holds(Duration.ofSeconds(4), "it waits for the row", () -> cluster.database().waiting() >= 1);
            assertEquals(0, cluster.number(ended));
            connection.rollback();
            assertEquals(204, all.join().statusCode());
        }
        assertEquals(2, cluster.number(ended));
        Answers.over(other.refresh(), "session_ended", "ended_elsewhere");
        Answers.over(ada.refresh(), "session_ended", "signed_out");
    }

    /** Later ends have been read long before. Only the open transaction makes the nodes look at that moment again. */
    @Test
    void sessionWhenItsEndCommitsLateThenBothNodesKnowWithinASecondAllTheSame() throws SQLException {
        Browser ada = signedIn(People.ADA);
        try (Connection connection = cluster.connection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(ending(ada));
            Instant ended = Instant.now();
            Eventually.holds(Duration.ofSeconds(30), "much more has ended since", () -> {
                assertEquals(204, signedIn(People.BRUNO).logout().statusCode());
                return Instant.now().isAfter(ended.plusSeconds(12));
            });
            Answers.fine(ada.through(cluster.one()).get("/api/account"));
            Answers.fine(ada.through(cluster.other()).get("/api/account"));

            connection.commit();
        }
        assertRefusedEverywhere(ada, "ended_elsewhere", A_SECOND_AND_A_QUESTION);
    }

    @Test
    void accountWhenDisabledThenNeitherRefreshNorSignInLetsItIn() {
        Browser emi = signedIn(People.EMI);
        String account = idOf(emi);
        cluster.run("update account set disabled_at = " + UTC_NOW + " where id = '" + account + "'");

        Answers.over(emi.copy().through(cluster.other()).refresh(), "session_ended", "account_disabled");

        assertRefusedEverywhere(emi, "account_disabled", A_SECOND_AND_A_QUESTION);
        HttpResponse<String> back = emi.comeBack(emi.goToGoogle("/auth/login"), People.EMI, "all");
        assertTrue(back.headers().firstValue("Location").orElse("").endsWith("/login?reason=account_disabled"));
        assertEquals(1, cluster.number("select count(*) from activity where account_id = '" + account
                + "' and type = 'session_ended' and reason = 'account_disabled'"));
        cluster.run("update account set disabled_at = null where id = '" + account + "'");
        emi.signIn(People.EMI);
        Answers.fine(emi.get("/api/account"));
    }

    /** Only the holder of a genuine token of that very session learns that it ended, and why. */
    @Test
    void strangerWhenTheSessionHasEndedThenNoReasonIsTold() {
        Browser ada = signedIn(People.ADA);
        Browser bruno = signedIn(People.BRUNO);
        String session = sessionOf(ada);
        ada.copy().logout();
        JsonObject refreshClaims = Jws.claims(ada.cookies().get("holdfast"));
        JsonObject accessClaims = Jws.claims(ada.accessToken());
        for (String forged : Set.of(Jws.withClaims(bruno.cookies().get("holdfast"), refreshClaims),
                Jws.hs256(Jws.header(ada.cookies().get("holdfast")).toString(), refreshClaims.toString(), new byte[32]),
                ada.accessToken())) {
            Browser stranger = cluster.browserAt(cluster.one());
            stranger.cookies().put("holdfast", forged);
            assertFalse(Answers.problem(stranger.refresh(), 401, "session_ended").has("reason"));
        }
        for (String forged : Set.of(Jws.withClaims(bruno.accessToken(), accessClaims), ada.cookies().get("holdfast"),
                Jws.es256(Jws.header(ada.accessToken()).toString(), accessClaims.toString(), Jws.newKey()))) {
            HttpResponse<String> refused = Browser.exchange(HttpRequest.newBuilder(bruno.at("/api/account"))
                    .header("Authorization", "Bearer " + forged).build());
            assertFalse(Answers.problem(refused, 401, "access_token_invalid").has("reason"));
        }
        assertEquals(404, bruno.delete("/api/sessions/" + session).statusCode());
        Answers.over(ada.refresh(), "session_ended", "signed_out");
    }

    /**
     * A reason of a newer version, an operator's spelling or a missing reason neither stops the feed nor lets a session
     * live.
     */
    @ParameterizedTest
    @ValueSource(strings = {"'of_another_version'", "null"})
    void endedWhenTheReasonIsUnknownThenItIsAnEndAllTheSame(String reason) {
        Browser browser = signedIn(People.ADA);
        Browser other = signedIn(People.BRUNO);

        cluster.run(ending(browser).replace("'ENDED_ELSEWHERE'", reason));

        assertRefusedEverywhere(browser, "ended_elsewhere", Duration.ofSeconds(2));
        Answers.over(browser.refresh(), "session_ended", "ended_elsewhere");
        endInDatabase(other);
        assertRefusedEverywhere(other, "ended_elsewhere", Duration.ofSeconds(2));
    }

    private void endInDatabase(Browser browser) {
        cluster.run(ending(browser));
    }

    private static String ending(Browser browser) {
        return "update user_session set ended_at = " + UTC_NOW + ", end_reason = 'ENDED_ELSEWHERE' where id = '"
                + sessionOf(browser) + "'";
    }

    private void assertRefusedEverywhere(Browser browser, String reason, Duration within) {
        for (HoldfastServer node : Set.of(cluster.one(), cluster.other())) {
            Browser atNode = browser.copy().through(node);
            Eventually.holds(within, "refused", () -> atNode.get("/api/account").statusCode() == 401);
            assertEquals(reason, Answers.problem(browser.copy().through(node).get("/api/account"), 401, "session_ended")
                    .get("reason").getAsString());
        }
    }

    private Browser signedIn(String person) {
        cluster.google().control().changeSub(person, UUID.randomUUID().toString());
        Browser browser = cluster.browserAt(cluster.one());
        String next = browser.signIn(person).headers().firstValue("Location").orElseThrow();
        if (browser.accessToken() == null) {
            // Google knows of an earlier consent and gives no refresh token: a second trip asks for consent.
            browser.comeBack(URI.create(next), person, "all");
            browser.refresh();
        }
        assertTrue(browser.accessToken() != null, "signed in");
        return browser;
    }

    private static String sessionOf(Browser browser) {
        return Jws.claims(browser.accessToken()).get("sid").getAsString();
    }

    private static String idOf(Browser browser) {
        return Jws.claims(browser.accessToken()).get("sub").getAsString();
    }
}
