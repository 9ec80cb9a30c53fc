package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Each way in which Google can answer a refresh, and its effect on the grant, the sessions and the current request. The ways
 * of one rule are tested together, each on a person of its own, so that they wait for expiry and recovery together.
 */
@Order(3)
@OnStage
class CustodyIT {

    private static final Duration RECOVERY = Duration.ofSeconds(15);

    /** The people whose refresh fails at the same time. Each has three tries, and fifteen of twenty would open the breaker. */
    private static final int FAIL_AT_ONCE = 4;

    /** The refreshes that succeed between those groups: six of any twenty tries keep the breaker closed. */
    private static final int SUCCESSES = 6;

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal(FaultKind.INVALID_GRANT, "google_revoked", 2),
            new Refusal(FaultKind.ACCOUNT_DELETED, "google_revoked", 2),
            new Refusal(FaultKind.INVALID_RAPT, "google_reauth", 2),
            new Refusal(FaultKind.RAPT_REQUIRED, "google_reauth", 2),
            new Refusal(FaultKind.ADMIN_POLICY_ENFORCED, "google_policy", 2),
            new Refusal(FaultKind.ACCESS_DENIED, "google_policy", 2),
            new Refusal(FaultKind.INVALID_CLIENT, "google_client_rejected", 1),
            new Refusal(FaultKind.DELETED_CLIENT, "google_client_rejected", 1),
            new Refusal(FaultKind.UNAUTHORIZED_CLIENT, "google_client_rejected", 1));

    private static final List<OtherAnswer> NO_KNOWN_REFUSALS = List.of(
            new OtherAnswer(400, "{\"error\": \"something_new\"}"),
            new OtherAnswer(400, "{\"error\": {\"code\": \"invalid_grant\"}}"),
            new OtherAnswer(400, "{\"error\": [\"invalid_grant\"]}"),
            new OtherAnswer(400, "{\"error\": \"Invalid_Grant\"}"),
            new OtherAnswer(400, "{\"error_description\": \"invalid_grant\"}"),
            new OtherAnswer(500, "{\"error\": \"invalid_grant\"}"),
            new OtherAnswer(200, "{\"error\": \"invalid_grant\"}"),
            new OtherAnswer(400, "<p>invalid_grant</p>"));

    private Stage stage;
    private Control google;

    /** A final answer of Google's; then the person returns through {@code rounds} at Google. */
    private record Refusal(FaultKind kind, String reason, int rounds) {}

    private record OtherAnswer(int status, String body) {

        Fault fault() {
            return Fault.answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        google = stage.google().control();
    }

    /** Waits until the server has recovered from Google's faults, so that the next journey finds it ready. */
    @AfterEach
    void clearFaults() {
        google.clear();
        Eventually.holds(RECOVERY, "the first refresh of somebody succeeds", () ->
                refreshed(Guest.arriving(stage, People.EMI)).statusCode() == 200);
        refreshManyTimes();
    }

    /** Keeps the breaker closed, which looks at the last twenty tries. */
    private void refreshManyTimes() {
        Guest guest = Guest.arriving(stage, People.EMI);
        for (int success = 0; success < SUCCESSES; success++) {
            Answers.fine(refreshed(guest));
        }
    }

    private HttpResponse<String> refreshed(Guest guest) {
        google.killAccessTokens(guest.person());
        return guest.files();
    }

    @Test
    void filesWhenRefusedForGoodThenEverySessionOfTheAccountEndsWithItsReason() {
        Map<Refusal, Guest> refused = withTokensOfASecond(REFUSALS);
        Map<Refusal, Guest> elsewhere = new LinkedHashMap<>();
        refused.forEach((refusal, here) -> elsewhere.put(refusal, secondSession(here)));
        awaitSpent(elsewhere);
        Guest bystander = Guest.arriving(stage, People.BRUNO);
        refused.forEach((refusal, here) -> google.fault(StandInArea.REFRESH, refusal.kind(), here.person(), Control.ALWAYS));

        forEach(refused, (refusal, here) -> {
            Browser there = elsewhere.get(refusal).browser().copy();
            Answers.over(here.files(), "google_access_lost", refusal.reason());

            Answers.over(elsewhere.get(refusal).browser().get("/api/google/grant"), "session_ended", refusal.reason());
            Answers.over(there.refresh(), "session_ended", refusal.reason());
            Answers.fine(bystander.files());
        });
        google.clear(StandInArea.REFRESH);
        forEach(refused, (refusal, here) -> assertReturn(here, refusal.reason(), refusal.rounds()));
    }

    /** Without a usable refresh token, the person goes to Google for a second round. */
    private void assertReturn(Guest guest, String reason, int rounds) {
        stage.google().counts().reset();
        guest.signIn();
        assertEquals(rounds, stage.google().counts().of(StandInArea.EXCHANGE, guest.person()));
        assertEquals("active", guest.grantStatus());
        assertTrue(guest.grant().get("last_failure").isJsonNull());
        Answers.fine(guest.files());
        List<String> timeline = guest.timeline();
        assertEquals(1, timeline.stream().filter(("grant_lost:" + reason)::equals).count(), timeline::toString);
        assertEquals(2, timeline.stream().filter(("session_ended:" + reason)::equals).count(), timeline::toString);
    }

    /** Signing in brings a fresh token; that of the second session has a lifetime of a second as well. */
    private Guest secondSession(Guest first) {
        google.set(Switch.EXPIRES_IN, first.person(), "1");
        Guest second = first.elsewhere();
        google.clear(Switch.EXPIRES_IN, first.person());
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

    @Test
    void filesWhenTroubleThenDegradedAndThePersonStaysSignedIn() {
        Map<FaultKind, Guest> troubled = withTokensOfASecond(List.copyOf(EnumSet.of(FaultKind.DROP, FaultKind.DROP_MIDWAY,
                FaultKind.HTML_502, FaultKind.JSON_500, FaultKind.JSON_503, FaultKind.EMPTY_503, FaultKind.STATUS_429,
                FaultKind.HTML_403, FaultKind.HTML_200, FaultKind.EMPTY_200, FaultKind.REDIRECT_302, FaultKind.REDIRECT_307,
                FaultKind.EMPTY_401)));
        awaitSpent(troubled);
        troubled.forEach((trouble, guest) -> google.fault(StandInArea.REFRESH, trouble, guest.person(), Control.ALWAYS));

        Map<FaultKind, HttpResponse<String>> first = firstAnswers(troubled);

        forEach(troubled, (trouble, guest) -> {
            Answers.later(first.get(trouble), 503, "google_unavailable");
            Answers.later(guest.files(), 503, "google_unavailable");
            assertDegraded(guest);
            assertTrue(guest.refreshes() > 0, "it was Google that had trouble");
            assertTrue(guest.refreshes() <= 6, "three tries a call at the most");
        });
        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE), "no redirect is followed");
        google.clear();
        forEach(troubled, (trouble, guest) -> {
            Eventually.holds(RECOVERY, "files again", () -> guest.files().statusCode() == 200);
            assertHealed(guest);
        });
    }

    @Test
    void filesWhenRefusalIsNotExactlyOneOfThoseNamedThenThePersonStaysSignedIn() {
        Map<OtherAnswer, Guest> people = withTokensOfASecond(NO_KNOWN_REFUSALS);
        awaitSpent(people);
        people.forEach((answer, guest) -> google.fault(StandInArea.REFRESH, answer.fault(), guest.person(), Control.ALWAYS));

        Map<OtherAnswer, HttpResponse<String>> first = firstAnswers(people);

        forEach(people, (answer, guest) -> {
            Answers.later(first.get(answer), 503, "google_unavailable");
            assertDegraded(guest);
            assertTrue(guest.refreshes() > 0, "it was Google's answer");
        });
    }

    /** Signs in a person for each case. */
    private <C> Map<C, Guest> withTokensOfASecond(List<C> cases) {
        Map<C, Guest> guests = new LinkedHashMap<>();
        for (C each : cases) {
            String person = "case" + guests.size() + "@mail.example";
            google.introduce(person);
            guests.put(each, Guest.withTokenOf(stage, person, 1));
        }
        return guests;
    }

    private static void awaitSpent(Map<?, Guest> guests) {
        guests.values().forEach(guest -> Eventually.reaches(guest.tokenExpiresAt()));
    }

    /** Asks for the files of each, for a few people at once: enough others are refreshed between them for the breaker. */
    private <C> Map<C, HttpResponse<String>> firstAnswers(Map<C, Guest> guests) {
        Map<C, HttpResponse<String>> answers = new LinkedHashMap<>();
        List<C> cases = List.copyOf(guests.keySet());
        for (int from = 0; from < cases.size(); from += FAIL_AT_ONCE) {
            Map<C, CompletableFuture<HttpResponse<String>>> calls = new LinkedHashMap<>();
            cases.subList(from, Math.min(from + FAIL_AT_ONCE, cases.size()))
                    .forEach(each -> calls.put(each, guests.get(each).filesMeanwhile()));
            calls.forEach((each, call) -> answers.put(each, call.join()));
            refreshManyTimes();
        }
        return answers;
    }

    /** Expects the rule to hold for each, and names those for which it does not. */
    private static <C> void forEach(Map<C, Guest> guests, BiConsumer<C, Guest> rule) {
        assertAll(guests.entrySet().stream().map(each -> () -> {
            try {
                rule.accept(each.getKey(), each.getValue());
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError(each.getKey() + ": " + broken.getMessage(), broken);
            }
        }));
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
}
