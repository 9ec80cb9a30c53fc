package dev.holdfast.journeys.signals;

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
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.SetDraft;
import dev.holdfast.standin.signal.SetForgery;
import dev.holdfast.standin.signal.StandInSignals;
import dev.holdfast.standin.world.Switch;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /signals/google} from outside: each event has its effect, once, and never on what began after it. */
@OnStage
class SignalsIT {

    private static final String PATH = "/signals/google";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration OLD = Duration.ofMinutes(5);

    private Stage stage;
    private StandInSignals signals;
    private Guest ada;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        signals = stage.google().signals();
        ada = Guest.arriving(stage, People.ADA);
    }

    @ParameterizedTest
    @CsvSource({
        "sessions-revoked, google_signed_out, kept",
        "account-credential-change-required, google_signed_out, kept",
        "tokens-revoked, google_revoked, lost",
        "account-purged, google_revoked, lost"})
    void eventWhenItComesThenSessionsEndWithItsReasonAndTheGrantFollows(String event, String reason, String grant) {
        Guest elsewhere = ada.elsewhere();

        send(signals.about(People.ADA, event));

        assertOver(ada, reason);
        assertOver(elsewhere, reason);
        HttpResponse<String> back = signInOnce();
        assertEquals(grant.equals("lost"), location(back).contains("prompt=consent"), location(back));
        List<String> timeline = ada.elsewhere().timeline();
        assertTrue(timeline.contains("signal_received:" + event), timeline.toString());
        assertEquals(grant.equals("lost"), timeline.contains("grant_lost:google_revoked"), timeline.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "prefix"})
    void tokenRevokedWhenItNamesTheStoredTokenThenTheGrantIsLost(String manner) {
        send(signals.aboutLatestToken(People.ADA, manner));

        assertOver(ada, "google_revoked");
        assertTrue(location(signInOnce()).contains("prompt=consent"));
    }

    @Test
    void tokenRevokedWhenItNamesATokenOfBeforeThenNothingEnds() {
        SetDraft former = signals.aboutLatestToken(People.ADA, "hash");
        stage.google().control().set(Switch.REFRESH_TOKEN_ON_SIGN_IN, People.ADA, "always");
        Guest again = ada.elsewhere();

        send(former);
        send(signals.about(People.ADA, "sessions-revoked").earlier(OLD));

        awaitTold(again, "signal_received:sessions-revoked");
        Answers.fine(again.browser().refresh());
        assertFalse(again.timeline().contains("signal_received:token-revoked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions-revoked", "tokens-revoked", "account-disabled", "account-purged"})
    void eventWhenItIsOlderThanTheSessionThenItIsRecordedOnly(String event) {
        send(signals.about(People.ADA, event).earlier(OLD));

        awaitTold(ada, "signal_received:" + event);
        Answers.fine(ada.browser().refresh());
        assertEquals("active", ada.grantStatus());
        assertTrue(location(signInOnce()).endsWith("/files"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signals", "/signals/", "/signals/other", PATH + "/"})
    void signalWhenTheAddressIsAnotherThenItIsNotFoundWhateverTheMethod(String path) {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            Answers.problem(Browser.exchange(HttpRequest.newBuilder(stage.browser().at(path))
                    .method(method, BodyPublishers.noBody()).build()), 404, "not_found");
        }
    }

    @Test
    void eventWhenItComesTwiceThenItIsAcceptedTwiceAndWorkedOnOnce() {
        String token = signals.token(signals.about(People.ADA, "sessions-revoked").earlier(OLD));

        assertEquals(202, post(token).statusCode());
        awaitTold(ada, "signal_received:sessions-revoked");
        HttpResponse<String> again = post(token);
        send(signals.about(People.ADA, "account-enabled"));

        assertEquals(202, again.statusCode());
        assertEquals("", again.body());
        awaitTold(ada, "signal_received:account-enabled");
        assertEquals(1, ada.timeline().stream().filter("signal_received:sessions-revoked"::equals).count());
    }

    @Test
    void accountDisabledWhenReportedThenNobodySignsInUntilTheAllClear() {
        String activity = "/api/admin/accounts/" + ada.accountId() + "/activity";
        Browser bruno = Guest.arriving(stage, People.BRUNO).browser();
        send(signals.about(People.ADA, "account-disabled").with("reason", "hijacking"));

        assertOver(ada, "google_account_at_risk");
        assertTrue(location(signInOnce()).endsWith("/login?reason=google_account_at_risk"), location(signInOnce()));
        send(signals.about(People.ADA, "account-enabled").earlier(OLD));
        Eventually.holds(SOON, "the older all-clear is worked on", () -> bruno.get(activity).body().contains("account-enabled"));
        assertTrue(location(signInOnce()).endsWith("/login?reason=google_account_at_risk"), "it is overtaken");
        send(signals.about(People.ADA, "account-enabled").earlier(Duration.ofSeconds(-30)));
        Eventually.holds(SOON, "she can sign in again", () -> location(signInOnce()).endsWith("/files"));
    }

    @Test
    void accountDisabledWhenAnAdministratorEnablesThenTheySignInAndLateReportsDoNothing() {
        send(signals.about(People.ADA, "account-disabled"));
        assertOver(ada, "google_account_at_risk");
        Browser bruno = Guest.arriving(stage, People.BRUNO).browser();
        String account = "/api/admin/accounts/" + ada.accountId();
        String search = "/api/admin/accounts?q=" + ada.accountId() + "&frozen=";
        assertFalse(Browser.json(bruno.get(account)).getAsJsonObject("account").get("frozen_at").isJsonNull());
        assertTrue(Browser.json(bruno.get(account)).getAsJsonObject("account").get("disabled_at").isJsonNull());
        assertEquals(1, Browser.json(bruno.get(search + "true")).getAsJsonArray("accounts").size());
        assertEquals(0, Browser.json(bruno.get(search + "false")).getAsJsonArray("accounts").size());

        assertEquals(204, Browser.exchange(bruno.bearer(account + "/disabled").DELETE().build())
                .statusCode());

        assertTrue(Browser.json(bruno.get(account)).getAsJsonObject("account").get("frozen_at").isJsonNull());
        assertTrue(location(signInOnce()).endsWith("/files"));
        Guest again = ada.elsewhere();
        send(signals.about(People.ADA, "account-disabled").earlier(OLD));
        Eventually.holds(SOON, "the late report is worked on", () -> again.timeline().stream()
                .filter("signal_received:account-disabled"::equals).count() == 2);
        assertTrue(location(signInOnce()).endsWith("/files"));
    }

    @ParameterizedTest
    @EnumSource(value = SetForgery.class, mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "EXPIRED", "TOO_LARGE"})
    void tokenWhenForgedThenRefusedAsRfc8935SaysAndNothingIsWritten(SetForgery forgery) {
        HttpResponse<String> answer = post(signals.token(signals.about(People.ADA, "sessions-revoked"), forgery));

        assertEquals(400, answer.statusCode());
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        JsonObject body = Browser.json(answer);
        assertTrue(List.of("invalid_request", "invalid_key", "invalid_issuer", "invalid_audience")
                .contains(body.get("err").getAsString()), answer.body());
        assertTrue(body.has("description"));
        Answers.fine(ada.browser().refresh());
        assertFalse(ada.timeline().stream().anyMatch(event -> event.startsWith("signal_received")));
    }

    @Test
    void bodyWhenLargerThanAnyTokenThenRefusedBeforeItIsRead() {
        Answers.problem(post(signals.token(signals.about(People.ADA, "sessions-revoked"), SetForgery.TOO_LARGE)), 413,
                "payload_too_large");
        Answers.problem(post("x".repeat(16 * 1024 + 1)), 413, "payload_too_large");
    }

    @Test
    void addressWhenAskedOtherwiseThenNeverThePages() {
        HttpResponse<String> get = Browser.exchange(HttpRequest.newBuilder(ada.browser().at(PATH)).build());
        Answers.problem(get, 405, "method_not_allowed");
        assertEquals("POST", get.headers().firstValue("Allow").orElse(""));
        Answers.problem(Browser.exchange(HttpRequest.newBuilder(ada.browser().at("/signals/other")).build()), 404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "nonsense"})
    void tokenWhenItsContentTypeIsAnyThenItCounts(String type) {
        HttpRequest request = HttpRequest.newBuilder(ada.browser().at(PATH)).header("Content-Type", type)
                .header("Sec-Fetch-Site", "cross-site").header("Authorization", "Bearer of-google")
                .POST(BodyPublishers.ofString(signals.token(signals.verification(type)))).build();

        assertEquals(202, Browser.exchange(request).statusCode());
    }

    @Test
    void eventWhenAboutNobodyHereOrOfAnUnknownKindThenAccepted() {
        stage.google().control().changeSub(People.EMI, UUID.randomUUID().toString());

        send(signals.about(People.EMI, "account-disabled"));
        send(signals.about(People.ADA, "identifier-changed"));
        send(signals.aboutToken("1//a-token-of-nobody-here", "hash"));
        Answers.fine(ada.browser().refresh());
    }

    private void send(SetDraft draft) {
        HttpResponse<String> answer = post(signals.token(draft));
        assertEquals(202, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> post(String token) {
        return Browser.exchange(HttpRequest.newBuilder(ada.browser().at(PATH)).header("Content-Type", "application/secevent+jwt")
                .POST(BodyPublishers.ofString(token)).build());
    }

    private static void awaitTold(Guest guest, String event) {
        Eventually.holds(SOON, event, () -> guest.timeline().contains(event));
    }

    private static void assertOver(Guest guest, String reason) {
        Eventually.holds(SOON, "the access token is refused", () -> guest.browser().get("/api/account").statusCode() == 401);
        Answers.over(guest.browser().get("/api/account"), "session_ended", reason);
    }

    /** Returns the answer to one trip to Google with a new browser. */
    private HttpResponse<String> signInOnce() {
        Browser browser = stage.browser();
        return browser.comeBack(browser.goToGoogle("/auth/login?return_to=/files"), People.ADA, "all");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
