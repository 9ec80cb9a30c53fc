package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.journeys.operations.DatabaseGate.State;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Health;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.AtTheEnd;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.journeys.stage.Workplace;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.storage.control.SmallPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that goes away, falls silent and comes back: people stay signed in, and no request waits for ever. */
@AtTheEnd
@Timeout(240)
class StorageDownIT {

    private static final Duration TOLERANCE = Duration.ofSeconds(6);

    /** The longest time of all: a log-in to the database and a statement on it, both without an answer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(18);

    private static final Duration SIGNAL_AGE = Duration.ofMinutes(5);
    private static final String SIGNALS = "select count(*) from signal_inbox";

    private static final String ONE_KEY = "one-refresh-of-mine-0001";

    /** A signed-in person's way to allow reading Drive. */
    private static final String CONSENT = "/auth/login?return_to=/files&scope=https://www.googleapis.com/auth/drive.readonly";

    private static final String ENDED = "select count(*) from user_session where ended_at is not null";

    private static StandInGoogle google;
    private static EmbeddedPostgres postgres;
    private static DatabaseGate gate;
    private static HoldfastServer holdfast;

    private final List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        google = StandInGoogle.start();
        postgres = SmallPostgres.start();
        gate = new DatabaseGate(postgres.getPort());
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + Workplace.newKey());
        settings.put("HOLDFAST_SESSION_FEED_TOLERANCE", TOLERANCE.toString());
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_HOST", "localhost");
        settings.put("HOLDFAST_DB_PORT", Integer.toString(gate.port()));
        settings.put("HOLDFAST_DB_NAME", "postgres");
        settings.put("HOLDFAST_DB_USER", "postgres");
        settings.put("HOLDFAST_DB_PASSWORD", "postgres");
        holdfast = HoldfastServer.unpacked(settings).start();
    }

    @AfterAll
    static void stop() throws IOException {
        holdfast.close();
        gate.close();
        postgres.close();
        google.close();
    }

    @BeforeEach
    void signIn() {
        google.control().reset();
        google.control().changeSub(People.ADA, UUID.randomUUID().toString());
        browser = new Browser(holdfast.origin(), answers::add);
        assertEquals(303, browser.signIn(People.ADA).statusCode());
        Answers.fine(files());
    }

    @AfterEach
    void reopen() {
        gate.turn(State.OPEN);
        Eventually.holds(Duration.ofSeconds(30), "ready again", holdfast::isReady);
    }

    /** The last paragraph of the contract's section 5. */
    @ParameterizedTest
    @EnumSource(value = State.class, names = {"SHUT", "SILENT"})
    void storageWhenItGoesAwayThenCallsAreServedForTheToleranceAndNothingIsLost(State outage) {
        URI request = browser.goToGoogle("/auth/login?return_to=/files");
        String cookie = browser.cookies().get("holdfast");
        long ended = number(ENDED);
        long signals = number(SIGNALS);
        gate.turn(outage);
        Instant gone = Instant.now();

        Answers.fine(prompt(this::files));
        Eventually.holds(Duration.ofSeconds(15), "readiness is DOWN", () -> !holdfast.isReady());
        Eventually.holds(TOLERANCE.plusSeconds(6), "the tolerance is over", () -> prompt(this::files).statusCode() != 200);

        assertTrue(Duration.between(gone, Instant.now()).compareTo(TOLERANCE.minusSeconds(1)) > 0, "not before");
        Answers.later(prompt(this::files), 503, "storage_unavailable");
        Answers.later(prompt(() -> browser.get("/api/sessions")), 503, "storage_unavailable");
        Answers.later(prompt(browser::refresh), 503, "storage_unavailable");
        Answers.later(prompt(browser::logout), 503, "storage_unavailable");
        // A genuine signal that cannot be stored is to come again; one of before the session, which then ends nothing.
        String signal = google.signals().token(google.signals().about(People.ADA, "sessions-revoked").earlier(SIGNAL_AGE));
        Answers.later(prompt(() -> report(signal)), 503, "storage_unavailable");
        HttpResponse<String> back = prompt(() -> browser.comeBack(request, People.ADA, "all"));
        assertToldThatStorageIsAway(back);
        assertEquals(200, prompt(() -> browser.get("/health/live")).statusCode());
        assertEquals(Map.of("database", "DOWN", "revocation-feed", "DOWN", "keys", "UP", "google", "UP",
                "google-client", "UP"), Health.of(holdfast, "/health/ready").checks());
        assertOperatorsSeeIt();

        gate.turn(State.OPEN);
        Instant returned = Instant.now();
        Eventually.holds(Duration.ofSeconds(30), "everything works again", () -> holdfast.isReady()
                && files().statusCode() == 200 && browser.copy().refresh().statusCode() == 200);
        assertTrue(Duration.between(returned, Instant.now()).compareTo(Duration.ofSeconds(30)) < 0);
        assertEquals(202, report(signal).statusCode());
        assertEquals(signals + 1, number(SIGNALS), "only what was accepted is stored");
        assertEquals(cookie, browser.cookies().get("holdfast"), "the cookie was never touched");
        assertFalse(answers.stream().anyMatch(Answers::clearsCookie));
        assertEquals(ended, number(ENDED), "nobody's session has ended");
    }

    private HttpResponse<String> report(String signal) {
        return Browser.exchange(HttpRequest.newBuilder(browser.at("/signals/google"))
                .POST(HttpRequest.BodyPublishers.ofString(signal)).build());
    }

    private static void assertOperatorsSeeIt() {
        Metrics metrics = Metrics.of(holdfast);
        assertEquals(0, metrics.value("holdfast_check_up", "check=\"database\""));
        assertEquals(0, metrics.value("holdfast_check_up", "check=\"revocation-feed\""));
        assertEquals(1, metrics.value("holdfast_check_up", "check=\"keys\""));
        assertTrue(metrics.value("holdfast_session_feed_lag_seconds") > TOLERANCE.toSeconds());
        assertTrue(metrics.value("holdfast_session_refreshes_total", "outcome=\"storage_unavailable\"") >= 1);
        assertTrue(metrics.value("holdfast_sign_ins_total", "outcome=\"storage_unavailable\"") >= 1);
        assertTrue(metrics.value("holdfast_answers_total", "area=\"api\"", "status=\"503\"") >= 1);
    }

    /** On the way to Google as on the way back; a consent whose commit is lost never was. */
    @Test
    void consentWhenTheDatabaseIsAwayThenThePersonIsToldSoAndNothingIsHalfWritten() {
        google.control().changeSub(People.BRUNO, UUID.randomUUID().toString());
        browser = new Browser(holdfast.origin(), answers::add);
        browser.comeBack(browser.goToGoogle("/auth/login?return_to=/files"), People.BRUNO, "none");
        Answers.fine(browser.refresh());
        Answers.problem(files(), 403, "google_scope_missing");
        URI request = browser.goToGoogle(CONSENT);
        String before = everythingOf(Jws.claims(browser.accessToken()).get("sub").getAsString());

        gate.turn(State.SHUT);
        assertToldThatStorageIsAway(prompt(() -> browser.navigate(browser.at(CONSENT))));
        assertToldThatStorageIsAway(prompt(() -> browser.comeBack(request, People.BRUNO, "all")));
        reopen();
        URI another = browser.goToGoogle(CONSENT);
        gate.loseCommitOf("UPDATE google_grant SET");
        assertToldThatStorageIsAway(prompt(() -> browser.comeBack(another, People.BRUNO, "all")));

        Answers.problem(files(), 403, "google_scope_missing");
        assertEquals(before, everythingOf(Jws.claims(browser.accessToken()).get("sub").getAsString()));
        Answers.fine(browser.refresh());
        assertEquals(holdfast.origin() + "/files", location(browser.comeBack(browser.goToGoogle(CONSENT), People.BRUNO, "all")));
        Answers.fine(files());
        assertFalse(answers.stream().anyMatch(Answers::clearsCookie));
        assertEquals(1, Browser.json(browser.get("/api/sessions")).getAsJsonArray("sessions").size(), "the same session");
    }

    private static void assertToldThatStorageIsAway(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode());
        assertEquals(holdfast.origin() + "/login?reason=storage_unavailable&return_to=%2Ffiles", location(answer));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Returns the rows of a person: account, grant, sessions and timeline, as text. */
    private static String everythingOf(String account) {
        String rows = "select (select a::text from account a where id = '%1$s') || (select g::text from google_grant g where"
                + " account_id = '%1$s') || (select string_agg(s::text, ',' order by id) from user_session s where account_id ="
                + " '%1$s') || (select string_agg(e::text, ',' order by e::text) from activity e where account_id = '%1$s')";
        return Objects.requireNonNull(text(rows.formatted(account)), "a row of each kind");
    }

    /** Many requests at once wait hardly longer than a single one. */
    @Test
    void refreshWhenTheDatabaseIsSilentThenFortyWaitNoLongerThanOne() {
        gate.turn(State.SILENT);
        List<Browser> tabs = IntStream.range(0, 40).mapToObj(tab -> browser.copy()).toList();

        List<CompletableFuture<HttpResponse<String>>> asked = tabs.stream()
                .map(tab -> CompletableFuture.supplyAsync(() -> prompt(tab::refresh), task -> new Thread(task).start())).toList();
        Eventually.holds(LONGEST_WAIT, "operators see that all connections are in use", () -> {
            Metrics metrics = Metrics.of(holdfast);
            return metrics.value("holdfast_database_connections", "pool=\"postgresql-on-loopback\"", "state=\"in_use\"") == 20
                    && metrics.value("holdfast_database_connection_waiters", "pool=\"postgresql-on-loopback\"") >= 20;
        });

        asked.forEach(answer -> Answers.later(answer.join(), 503, "storage_unavailable"));
    }

    /** The session has moved on, but the client was not told; the same key gets the very same successor. */
    @Test
    void refreshWhenTheAnswerToItsCommitIsLostThenTheSameKeyGetsWhatWasCommitted() {
        gate.loseAnswerToCommitOf("update user_session s set");
        HttpResponse<String> answer = prompt(() -> browser.refresh(ONE_KEY));

        Answers.later(answer, 503, "storage_unavailable");
        long before = Jws.claims(browser.cookies().get("holdfast")).get("gen").getAsLong();
        assertEquals(before + 1, number("select max(generation) from user_session where ended_at is null and id = '"
                + Jws.claims(browser.accessToken()).get("sid").getAsString() + "'"));
        Answers.fine(browser.refresh(ONE_KEY));
        assertEquals(before + 1, Jws.claims(browser.cookies().get("holdfast")).get("gen").getAsLong());
        Answers.fine(browser.refresh());
        Answers.fine(browser.get("/api/account"));
    }

    /** Google's tokens are stored, and the refresh is counted and reported as a success only. */
    @Test
    void grantWhenTheAnswerToTheCommitOfItsRefreshIsLostThenThatRefreshIsTakenForWhatItIs() {
        String account = Jws.claims(browser.accessToken()).get("sub").getAsString();
        Metrics before = Metrics.of(holdfast);
        google.control().set(Switch.ROTATE_REFRESH_TOKENS, People.ADA, "true");
        google.control().killAccessTokens(People.ADA);
        gate.loseAnswerToCommitOf("access_token_issued_at = ");

        Answers.fine(prompt(this::files));

        assertEquals(2, number("select refresh_tokens_received from google_grant where account_id = '" + account + "'"));
        Metrics after = Metrics.of(holdfast);
        assertEquals(1, after.since(before, "holdfast_google_refreshes_total", "outcome=\"refreshed\""));
        assertEquals(0, after.since(before, "holdfast_google_refreshes_total", "outcome=\"dropped\""));
        assertFalse(holdfast.log().contains("HF0805 A refresh of the grant of account " + account));
        assertEquals(1, google.counts().of(StandInArea.REFRESH, People.ADA));
    }

    /** The commit was lost, so the audit log must not report an end. */
    @Test
    void logoutWhenItsCommitIsLostThenNeitherTheSessionNorTheAuditLogKnowsOfIt() {
        String audited = "event=session_ended account=" + Jws.claims(browser.accessToken()).get("sub").getAsString();
        gate.loseCommitOf("UPDATE user_session SET");

        Answers.later(prompt(browser::logout), 503, "storage_unavailable");

        Answers.fine(browser.get("/api/account"));
        assertFalse(holdfast.log().contains(audited));
        assertEquals(204, prompt(browser::logout).statusCode());
        Eventually.holds(Duration.ofSeconds(5), "the audit log knows", () -> holdfast.log().contains(audited));
    }

    /** The times in the rows count, for all nodes alike; setting a clock signs no person out. */
    @Test
    void clockWhenTheDatabasesIsAnHourAheadThenSessionsFollowItAndOperatorsAreTold() {
        run("create function public.clock_timestamp() returns timestamptz language sql volatile as"
                + " $$select pg_catalog.clock_timestamp() + interval '1 hour'$$");
        setClock("alter role postgres set search_path = public, pg_catalog", Duration.ofHours(1));
        assertTrue(holdfast.log().contains("HF0115"));

        Answers.problem(browser.get("/api/account"), 401, "access_token_invalid");
        Answers.fine(browser.refresh());
        Answers.fine(browser.get("/api/account"));
        long issued = Jws.claims(browser.accessToken()).get("iat").getAsLong();
        assertEquals(Instant.now().plus(Duration.ofHours(1)).getEpochSecond(), issued, 10.0);
        browser.copy().logout();
        Answers.over(browser.get("/api/account"), "session_ended", "signed_out");
        run("delete from user_session where ended_at > now() at time zone 'utc' + interval '50 minutes'");

        setClock("alter role postgres reset search_path", Duration.ZERO);
        run("drop function public.clock_timestamp()");
        assertTrue(holdfast.log().contains("HF0116"));
    }

    /** Ends all open connections, because each keeps the settings that it was opened with. */
    private static void setClock(String how, Duration ahead) {
        run(how);
        run("select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend'"
                + " and pid <> pg_backend_pid()");
        Eventually.holds(Duration.ofSeconds(30), "the clock is " + ahead + " ahead", () -> holdfast.isReady()
                && Math.abs(clockAhead() - ahead.toMillis()) < 2_000);
    }

    private static long clockAhead() {
        JsonObject ready = Browser.json(new Browser(holdfast.origin()).get("/health/ready"));
        return StreamSupport.stream(ready.getAsJsonArray("checks").spliterator(), false).map(JsonElement::getAsJsonObject)
                .filter(check -> check.get("name").getAsString().equals("database"))
                .map(check -> check.getAsJsonObject("data").get("clock_ahead_ms").getAsLong()).findFirst().orElseThrow();
    }

    private HttpResponse<String> files() {
        return browser.get("/api/drive/files?pageSize=1");
    }

    private static <T> T prompt(Supplier<T> call) {
        Instant begun = Instant.now();
        T answer = call.get();
        Duration took = Duration.between(begun, Instant.now());
        assertTrue(took.compareTo(LONGEST_WAIT) < 0, () -> "answered after " + took);
        return answer;
    }

    private static void run(String statement) {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long number(String query) {
        return Long.parseLong(text(query));
    }

    private static String text(String query) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
