package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which Google can answer a refresh, and its effect on the grant, the sessions and the current request. */
@Order(3)
@OnStage
class CustodyIT {

    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private Stage stage;
    private Control google;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        google = stage.google().control();
    }

    /**
     * Waits until the server has recovered from Google's faults, so that the next journey finds it ready. Two refreshes succeed
     * for each journey's three that fail: with one, three quarters of the last twenty would have failed, and the breaker open.
     */
    @AfterEach
    void clearFaults() {
        google.clear();
        Guest next = Guest.withTokenOf(stage, People.BRUNO, 1);
        Guest last = Guest.withSpentToken(stage, People.EMI);
        Eventually.holds(RECOVERY, "files for somebody", () -> last.files().statusCode() == 200);
        Eventually.holds(RECOVERY, "files for the next", () -> next.files().statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_GRANT, google_revoked, 2",
        "ACCOUNT_DELETED, google_revoked, 2",
        "INVALID_RAPT, google_reauth, 2",
        "RAPT_REQUIRED, google_reauth, 2",
        "ADMIN_POLICY_ENFORCED, google_policy, 2",
        "ACCESS_DENIED, google_policy, 2",
        "INVALID_CLIENT, google_client_rejected, 1",
        "DELETED_CLIENT, google_client_rejected, 1",
        "UNAUTHORIZED_CLIENT, google_client_rejected, 1"})
    void filesWhenRefusedForGoodThenEverySessionOfTheAccountEndsWithItsReason(FaultKind refusal, String reason, int rounds) {
        Guest here = Guest.withSpentToken(stage, People.ADA);
        Guest elsewhere = secondSession(here);
        Browser there = elsewhere.browser().copy();
        Guest bystander = Guest.arriving(stage, People.BRUNO);
        google.fault(StandInArea.REFRESH, refusal, People.ADA, Control.ALWAYS);

        Answers.over(here.files(), "google_access_lost", reason);

        Answers.over(elsewhere.browser().get("/api/google/grant"), "session_ended", reason);
        Answers.over(there.refresh(), "session_ended", reason);
        Answers.fine(bystander.files());
        google.clear(StandInArea.REFRESH);
        assertReturn(here, reason, rounds);
    }

    /** Without a usable refresh token, the person goes to Google for a second round. */
    private void assertReturn(Guest guest, String reason, int rounds) {
        stage.google().counts().reset();
        guest.signIn();
        assertEquals(rounds, stage.google().counts().of(StandInArea.EXCHANGE, People.ADA));
        assertEquals("active", guest.grantStatus());
        assertTrue(guest.grant().get("last_failure").isJsonNull());
        Answers.fine(guest.files());
        List<String> timeline = guest.timeline();
        assertEquals(1, timeline.stream().filter(("grant_lost:" + reason)::equals).count(), timeline::toString);
        assertEquals(2, timeline.stream().filter(("session_ended:" + reason)::equals).count(), timeline::toString);
    }

    /** Signing in brings a fresh token. The tests of a refusal need the spent one back. */
    private Guest secondSession(Guest first) {
        google.set(Switch.EXPIRES_IN, People.ADA, "1");
        Guest second = first.elsewhere();
        google.clear(Switch.EXPIRES_IN, People.ADA);
        Eventually.reaches(second.tokenExpiresAt());
        stage.google().counts().reset();
        return second;
    }

    @Test
    void filesWhenGrantIsDeadThenGoogleIsAskedOnceForTwentyCalls() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.revoke(People.ADA);

        List<HttpResponse<String>> answers = guest.filesAtOnce(20);
        for (int call = 0; call < 20; call++) {
            Answers.over(guest.files(), "session_ended", "google_revoked");
        }

        assertEquals(1, guest.refreshes());
        answers.forEach(answer -> {
            assertEquals(401, answer.statusCode());
            assertEquals("google_revoked", Browser.json(answer).get("reason").getAsString());
        });
    }

    @Test
    void filesWhenClientIsRejectedThenOperatorsAreAlarmedAndReadinessStaysUp() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.fault(StandInArea.REFRESH, FaultKind.INVALID_CLIENT, People.ADA, 1);

        guest.files();

        assertTrue(stage.holdfast().log().contains("HF0804"), "an alarm line");
        assertTrue(stage.holdfast().isReady());
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, names = {"DROP", "DROP_MIDWAY", "HTML_502", "JSON_500", "JSON_503", "EMPTY_503",
        "STATUS_429", "HTML_403", "HTML_200", "EMPTY_200", "REDIRECT_302", "REDIRECT_307", "EMPTY_401"})
    void filesWhenTroubleThenDegradedAndThePersonStaysSignedIn(FaultKind trouble) {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.fault(StandInArea.REFRESH, trouble, People.ADA, Control.ALWAYS);

        Answers.later(guest.files(), 503, "google_unavailable");
        Answers.later(guest.files(), 503, "google_unavailable");

        assertDegraded(guest);
        assertTrue(guest.refreshes() <= 6, "three tries a call at the most");
        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE), "no redirect is followed");
        google.clear();
        Eventually.holds(RECOVERY, "files again", () -> guest.files().statusCode() == 200);
        assertHealed(guest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | {\"error\": \"something_new\"}",
        "400 | {\"error\": {\"code\": \"invalid_grant\"}}",
        "400 | {\"error\": [\"invalid_grant\"]}",
        "400 | {\"error\": \"Invalid_Grant\"}",
        "400 | {\"error_description\": \"invalid_grant\"}",
        "500 | {\"error\": \"invalid_grant\"}",
        "200 | {\"error\": \"invalid_grant\"}",
        "400 | <p>invalid_grant</p>"})
    void filesWhenRefusalIsNotExactlyOneOfThoseNamedThenThePersonStaysSignedIn(int status, String body) {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.fault(StandInArea.REFRESH, Fault.answer(status,
                Map.of("Content-Type", "application/json"), body), People.ADA, Control.ALWAYS);

        Answers.later(guest.files(), 503, "google_unavailable");

        assertDegraded(guest);
    }

    @Test
    void filesWhenGoogleHangsThenTheWaitEndsAndEverythingElseAnswers() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        Guest other = Guest.arriving(stage, People.BRUNO);
        google.fault(StandInArea.REFRESH, FaultKind.HANG, People.ADA, Control.ALWAYS);
        Instant asked = Instant.now();

        CompletableFuture<HttpResponse<String>> hanging = guest.filesMeanwhile();
        Eventually.holds(Duration.ofSeconds(10), "the refresh is under way", () -> guest.refreshes() == 1);
        assertPrompt(() -> Answers.fine(other.files()));
        assertPrompt(() -> Answers.fine(other.browser().get("/health/live")));
        assertPrompt(() -> Answers.fine(guest.browser().get("/api/account")));
        assertPrompt(() -> Answers.fine(guest.browser().refresh()));
        assertFalse(hanging.isDone());

        Answers.later(hanging.join(), 503, "google_unavailable");
        assertTrue(Duration.between(asked, Instant.now()).compareTo(Duration.ofSeconds(20)) <= 0);
        assertDegraded(guest);
    }

    @Test
    void filesWhenGoogleRecoversFromAnOutageThenTheyComeWithinFifteenSeconds() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.fault(StandInArea.REFRESH, FaultKind.HTML_502);
        Eventually.holds(Duration.ofSeconds(30), "the breaker opens", () -> {
            long before = guest.refreshes();
            Answers.later(guest.files(), 503, "google_unavailable");
            return guest.refreshes() == before;
        });

        google.clear();

        Eventually.holds(RECOVERY, "files again", () -> guest.files().statusCode() == 200);
        assertHealed(guest);
    }

    private static void assertDegraded(Guest guest) {
        JsonObject grant = guest.grant();
        assertEquals("degraded", grant.get("status").getAsString());
        assertTrue(grant.getAsJsonObject("last_failure").get("code").getAsString().matches("[a-z0-9_]{3,64}"));
        Answers.fine(guest.browser().refresh());
        assertEquals(1, guest.timeline().stream().filter(event -> event.startsWith("grant_refresh_failed")).count());
    }

    private static void assertHealed(Guest guest) {
        assertEquals("active", guest.grantStatus());
        assertTrue(guest.grant().get("last_failure").isJsonNull());
        assertEquals("grant_healed", guest.timeline().get(0));
    }

    private static void assertPrompt(Runnable call) {
        Instant begun = Instant.now();
        call.run();
        assertTrue(Duration.between(begun, Instant.now()).toMillis() < 3_000, "answers while Google hangs");
    }
}
