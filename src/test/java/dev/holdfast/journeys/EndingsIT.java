package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.standin.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two servers on one PostgreSQL, one of them in another time zone: whatever ends a session, whenever it commits, ends it
 * everywhere within a second, is told once, and is cleared up in the end.
 */
class EndingsIT {

    private static final String ELSEWHERE = "JVM_ARGS";
    private static final String NEW_YORK = HoldfastServer.QUICK_START + " -Duser.timezone=America/New_York";
    private static final String UTC_NOW = "clock_timestamp() at time zone 'utc'";
    /** The same throughout a statement. */
    private static final String UTC_START = "now() at time zone 'utc'";

    private static final Duration A_SECOND_AND_A_QUESTION = Duration.ofSeconds(2);
    private static final UUID LONG_GONE = UUID.randomUUID();

    private static Cluster cluster;

    @BeforeAll
    static void startCluster() throws IOException {
        cluster = Cluster.start(Map.of(), Map.of(ELSEWHERE, NEW_YORK));
        // What both nodes are to clear up in the background, in their first round.
        insertSessions(250, "- interval '8 days'", "- interval '1 day'", "+ interval '22 days'", "null, null", LONG_GONE);
        insertSessions(30, "- interval '40 days'", "- interval '10 days'", "- interval '10 days'", "null, null", LONG_GONE);
        insertSessions(1100, "- interval '40 days'", "- interval '33 days'", "- interval '10 days'",
                UTC_START + " - interval '35 days', 'SIGNED_OUT'", UUID.randomUUID());
        insertActivity(1100, "interval '181 days'");
        insertActivity(10, "interval '179 days'");
    }

    @AfterAll
    static void stopCluster() throws IOException {
        cluster.close();
    }

    @BeforeEach
    void calm() {
        cluster.google().control().reset();
    }

    @Test
    void sessionsWhenTheyEndByTimeOrAreLongOverThenBothNodesTogetherClearThemUpOnce() {
        Eventually.holds(Duration.ofSeconds(90), "all is cleared", () -> cluster.number(
                "select count(*) from user_session where account_id = '" + LONG_GONE + "' and ended_at is null"
                + " or ends_at < now() at time zone 'utc' - interval '1 day'") == 0
                && cluster.number("select count(*) from activity where happened_at < now() - interval '180 days'") == 0);

        String told = "select count(*) from activity where account_id = '" + LONG_GONE + "' and type = 'session_ended'";
        assertEquals(280, cluster.number(told));
        assertEquals(250, cluster.number(told + " and reason = 'idle'"));
        assertEquals(30, cluster.number(told + " and reason = 'expired'"));
        assertEquals(280, cluster.number("select count(distinct session_id) from activity where account_id = '" + LONG_GONE
                + "' and address = '192.0.2.7' and user_agent = 'of the session' and happened_at < now() at time zone 'utc'"
                + " - interval '23 hours'"));
        assertEquals(250, cluster.number("select count(*) from user_session where account_id = '" + LONG_GONE
                + "' and end_reason = 'IDLE' and ended_at = idle_ends_at"));
        assertEquals(0, cluster.number("select count(*) from user_session where account_id = '" + LONG_GONE
                + "' and ended_at = idle_ends_at and (address is not null or user_agent is not null)"));
        assertEquals(10, cluster.number("select count(*) from activity where happened_at < now() - interval '170 days'"));
    }

    /** None of their queries is large, and what is ended meanwhile is known as soon as ever. */
    @Test
    void sessionsWhenAHundredThousandEndAtOnceThenBothNodesKnowThemAndWhatEndsNext() {
        Browser inTheBurst = signedIn(People.ADA);
        Browser next = signedIn(People.BRUNO);
        Browser untouched = signedIn(People.CARMEN);
        insertSessions(100_000, "- interval '1 hour'", "+ interval '6 days'", "+ interval '20 days'",
                UTC_START + ", 'ENDED_ELSEWHERE'", UUID.randomUUID());

        endInDatabase(inTheBurst);

        assertRefusedEverywhere(inTheBurst, "ended_elsewhere", Duration.ofSeconds(30));
        assertEquals(204, next.copy().through(cluster.one()).logout().statusCode());
        assertRefusedEverywhere(next, "signed_out", A_SECOND_AND_A_QUESTION);
        Answers.fine(untouched.through(cluster.one()).get("/api/account"));
        Answers.fine(untouched.through(cluster.other()).get("/api/account"));
    }

    /** The lock of the caller's own row holds the whole request up: until it goes on, nobody's session has ended. */
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

    /** Later endings have been read long before; nobody looks at that moment any more, but for the open transaction. */
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

    /** Nobody but the holder of a genuine token of that very session learns that it ended, or why. */
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

    /** Neither a newer version's reason nor an operator's spelling, or none, may stop the feed or let anybody in. */
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

    private static void endInDatabase(Browser browser) {
        cluster.run(ending(browser));
    }

    private static String ending(Browser browser) {
        return "update user_session set ended_at = " + UTC_NOW + ", end_reason = 'ENDED_ELSEWHERE' where id = '"
                + sessionOf(browser) + "'";
    }

    private static void assertRefusedEverywhere(Browser browser, String reason, Duration within) {
        for (HoldfastServer node : Set.of(cluster.one(), cluster.other())) {
            Browser atNode = browser.copy().through(node);
            Eventually.holds(within, "refused", () -> atNode.get("/api/account").statusCode() == 401);
            assertEquals(reason, Answers.problem(browser.copy().through(node).get("/api/account"), 401, "session_ended")
                    .get("reason").getAsString());
        }
    }

    private static Browser signedIn(String person) {
        cluster.google().control().changeSub(person, UUID.randomUUID().toString());
        Browser browser = cluster.browserAt(cluster.one());
        String next = browser.signIn(person).headers().firstValue("Location").orElseThrow();
        if (browser.accessToken() == null) {
            // Google knows of an earlier consent and gives no refresh token: once more, with the question.
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

    private static void insertSessions(int number, String created, String idleEnd, String end, String ended, UUID account) {
        String now = UTC_START + " ";
        cluster.run("insert into user_session (id, account_id, generation, created_at, rotated_at, refreshed_at,"
                + " idle_ends_at, ends_at, ended_at, end_reason, address, user_agent) select gen_random_uuid(), '" + account
                + "', 1, " + now + created + ", " + now + created + ", " + now + created + ", least(" + now + idleEnd + ", "
                + now + end + "), " + now + end + ", " + ended + ", '192.0.2.7', 'of the session' from generate_series(1, "
                + number + ")");
    }

    private static void insertActivity(int number, String age) {
        cluster.run("insert into activity (id, account_id, happened_at, type) select gen_random_uuid(), gen_random_uuid(), "
                + UTC_START + " - " + age + ", 'signed_in' from generate_series(1, " + number + ")");
    }
}
