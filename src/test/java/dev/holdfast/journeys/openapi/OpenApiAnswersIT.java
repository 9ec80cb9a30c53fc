package dev.holdfast.journeys.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.journeys.openapi.ApiDocument.Described;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers of the server are those that its OpenAPI document describes. */
@OnStage
class OpenApiAnswersIT {

    private static final String NOBODY = "5f0c3a52-8a3e-4b1f-9d64-2c7e0f1b6a90";

    private Stage stage;
    private ApiDocument document;
    private Comparison comparison;
    private Guest ada;
    private Browser bruno;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        document = ApiDocument.of(stage);
        comparison = new Comparison(document);
        ada = Guest.arriving(stage, People.ADA);
        bruno = Guest.arriving(stage, People.BRUNO).browser();
    }

    @Test
    void operationsWhenAllGoesWellThenEachAnswersAsDescribed() {
        Map<String, Supplier<HttpResponse<String>>> calls = new LinkedHashMap<>();
        calls.putAll(reads());
        calls.putAll(administratorsCalls());
        calls.putAll(callsThroughTheGateway());
        calls.put("askAboutFile", this::question);
        calls.put("receiveSignal", this::signal);
        calls.putAll(endings());

        // The answer of listenToEvents has no end: EventsIT compares it.
        assertEquals(document.operations().stream().map(Described::id).filter(id -> !id.equals("listenToEvents"))
                .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(calls.keySet()));
        calls.forEach((operation, call) -> comparison.good(operation, call.get()));
    }

    @Test
    void refreshWhenThereIsNoCookieThenItsAnswerIsAsDescribed() {
        comparison.good("refreshToken", stage.browser().refresh());
    }

    /** Members that are null for a person whose client sends nothing about itself, and whose grant is gone. */
    @Test
    void readsWhenThereIsLittleToTellThenTheAnswersAreAsDescribed() {
        Browser tired = tiredBrowser();

        comparison.good("listActivity", ada.browser().get("/api/account/activity"));
        comparison.good("getGrant", ada.browser().get("/api/google/grant"));
        comparison.good("listFiles", ada.browser().get("/api/drive/files?pageSize=100"));
        comparison.good("getAccountAsAdmin", bruno.get(adas("")));
        comparison.refusal("getAccount", 401, "session_ended", tired.get("/api/account"));
        comparison.good("searchAccounts", bruno.get("/api/admin/accounts?limit=100"));
    }

    @Test
    void refusalsWhenTheTokenIsMissingThenAsDescribed() {
        bearers().forEach(operation ->
                comparison.refusal(operation.id(), 401, "access_token_invalid", ask(stage.browser(), operation)));
    }

    @Test
    void refusalsWhenAFrameAsksThenAsDescribed() {
        List<Described> guarded = document.operations().stream()
                .filter(operation -> operation.responses().has("403")).toList();

        assertFalse(guarded.isEmpty());
        guarded.forEach(operation -> comparison.refusal(operation.id(), 403, "cross_site_request",
                ask(bruno, operation, "Sec-Fetch-Dest", "iframe")));
    }

    @Test
    void refusalsWhenTheFormIsNotAcceptableThenAsDescribed() {
        List<Described> picky = document.operations().stream()
                .filter(operation -> operation.responses().has("406")).toList();

        assertFalse(picky.isEmpty());
        picky.forEach(operation -> comparison.refusal(operation.id(), 406, "not_acceptable",
                ask(bruno, operation, "Accept", "text/csv")));
    }

    @Test
    void refusalsWhenTheCallerIsNoAdministratorThenAsDescribed() {
        bearers().filter(operation -> operation.path().startsWith("/api/admin/")).forEach(operation ->
                comparison.refusal(operation.id(), 403, "forbidden", ask(ada.browser(), operation)));
    }

    @Test
    void refusalsWhenTheIdIsUnknownThenAsDescribed() {
        // A question is refused before, as bruno has not allowed any.
        bearers().filter(operation -> operation.path().contains("{") && !operation.id().equals("askAboutFile")).forEach(operation ->
                comparison.refusal(operation.id(), 404, "not_found", ask(bruno, operation)));
    }

    @ParameterizedTest
    @CsvSource({
        "listActivity, GET, /api/account/activity?limit=0",
        "listFiles, GET, /api/drive/files?pageSize=0",
        "searchAccounts, GET, /api/admin/accounts?limit=0",
        "listAuditTrail, GET, /api/admin/audit?type=murdered",
        "listActivityAsAdmin, GET, /api/admin/accounts/" + NOBODY + "/activity?limit=0",
        "downloadFile, GET, /api/drive/files/a%20b/content",
        "endSessions, DELETE, /api/sessions?current=maybe"})
    void refusalsWhenTheQuestionMakesNoSenseThenAsDescribed(String operation, String method, String path) {
        comparison.refusal(operation, 400, "invalid_request",
                Browser.exchange(bruno.bearer(path).method(method, BodyPublishers.noBody()).build()));
    }

    @Test
    void refreshWhenRefusedThenAsDescribed() {
        Browser copy = ada.browser().copy();
        comparison.refusal("refreshToken", 400, "invalid_request", ada.browser().refresh("short"));
        Browser late = ada.browser().copy();
        ada.browser().refresh("refreshed-again-and-again");
        ada.browser().refresh();
        comparison.refusal("refreshToken", 409, "refresh_superseded", late.refresh("refreshed-again-and-again"));
        ada.browser().logout();

        comparison.refusal("refreshToken", 401, "session_ended", copy.refresh());
        comparison.refusal("getAccount", 401, "session_ended", copy.get("/api/account"));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT_EXCEEDED, 429, google_rate_limited",
        "BACKEND_500, 503, google_unavailable",
        "HTML_200, 502, google_error",
        "INSUFFICIENT_FILE_PERMISSIONS, 403, google_forbidden",
        "INSUFFICIENT_PERMISSIONS, 403, google_scope_missing"})
    void filesWhenGoogleRefusesThenAsDescribed(FaultKind trouble, int status, String code) {
        stage.google().control().fault(StandInArea.DRIVE, trouble, People.ADA, 2);

        comparison.refusal("listFiles", status, code, ada.files());
        comparison.refusal("downloadFile", status, code, ada.browser().get("/api/drive/files/" + NOBODY + "/content"));
    }

    @Test
    void filesWhenGoogleTakesItsPermissionBackThenAsDescribed() {
        Guest late = Guest.withSpentToken(stage, People.EMI);
        stage.google().control().fault(StandInArea.REFRESH, FaultKind.INVALID_GRANT, People.EMI, Control.ALWAYS);

        comparison.refusal("listFiles", 401, "google_access_lost", late.files());
        comparison.good("listActivity", late.signIn().browser().get("/api/account/activity"));
    }

    @Test
    void conflictsWhenTheyAriseThenAsDescribed() {
        String self = Jws.claims(bruno.accessToken()).get("sub").getAsString();

        comparison.refusal("disableAccount", 409, "own_account", put(bruno, "/api/admin/accounts/" + self + "/disabled"));
        comparison.refusal("downloadFile", 409, "not_downloadable", ada.browser().get(contentOf("Invoices")));
    }

    private Map<String, Supplier<HttpResponse<String>>> reads() {
        Browser mine = ada.browser();
        Browser fresh = stage.browser();
        return new LinkedHashMap<>(Map.of(
                "getAccount", () -> mine.get("/api/account"),
                "listActivity", () -> mine.get("/api/account/activity?limit=1"),
                "listSessions", () -> mine.get("/api/sessions"),
                "getGrant", () -> mine.get("/api/google/grant"),
                "listFiles", () -> mine.get("/api/drive/files?pageSize=5"),
                "downloadFile", () -> mine.get(contentOf("notes.txt")),
                "getKeys", () -> mine.get("/.well-known/jwks.json"),
                "login", () -> fresh.navigate(fresh.at("/auth/login")),
                "callback", () -> fresh.comeBack(fresh.goToGoogle("/auth/login"), People.EMI, "all"),
                "refreshToken", mine::refresh));
    }

    private Map<String, Supplier<HttpResponse<String>>> administratorsCalls() {
        return Map.of(
                "searchAccounts", () -> bruno.get("/api/admin/accounts?limit=1"),
                "getAccountAsAdmin", () -> bruno.get(adas("")),
                "listSessionsAsAdmin", () -> bruno.get(adas("/sessions")),
                "listActivityAsAdmin", () -> bruno.get(adas("/activity?limit=1")),
                "checkGrantAsAdmin", () -> Browser.exchange(
                        bruno.bearer(adas("/grant/check")).POST(BodyPublishers.noBody()).build()),
                "listAuditTrail", () -> bruno.get("/api/admin/audit"),
                "getOverview", () -> bruno.get("/api/admin/overview"),
                "checkUp", () -> bruno.get("/api/admin/doctor"),
                "getSignalSetup", () -> bruno.get("/api/admin/doctor/signals"),
                "connectSignals", () -> Browser.exchange(
                        bruno.bearer("/api/admin/doctor/signals").POST(BodyPublishers.noBody()).build()));
    }

    private Map<String, Supplier<HttpResponse<String>>> callsThroughTheGateway() {
        Map<String, Supplier<HttpResponse<String>>> calls = new LinkedHashMap<>();
        Map.of("getFromGoogle", "GET", "postToGoogle", "POST", "putToGoogle", "PUT", "patchAtGoogle", "PATCH", "deleteAtGoogle",
                "DELETE").forEach((operation, method) -> calls.put(operation, () -> Browser.exchange(ada.browser()
                        .bearer("/api/google/streaming/echo").method(method, BodyPublishers.noBody()).build())));
        return calls;
    }

    private HttpResponse<String> signal() {
        String token = stage.google().signals().token(stage.google().signals().verification("described"));
        return Browser.exchange(HttpRequest.newBuilder(bruno.at("/signals/google")).POST(BodyPublishers.ofString(token)).build());
    }

    private HttpResponse<String> question() {
        ada.follow("/auth/login?scope=" + StandInScopes.GEMINI + "&return_to=/files");
        return Browser.exchange(ada.browser().bearer(contentOf("notes.txt").replaceFirst("content$", "questions"))
                .header("Accept", "application/json").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"question\":\"Why?\"}")).build());
    }

    private Map<String, Supplier<HttpResponse<String>>> endings() {
        Guest emi = Guest.arriving(stage, People.EMI);
        Guest again = Guest.arriving(stage, People.CARMEN);
        Map<String, Supplier<HttpResponse<String>>> calls = new LinkedHashMap<>();
        calls.put("endSessions", () -> emi.browser().delete("/api/sessions"));
        calls.put("endSession", () -> emi.browser().delete("/api/sessions/" + sessionOf(emi.browser())));
        calls.put("logout", () -> emi.browser().logout());
        calls.put("endSessionAsAdmin", () -> bruno.delete(adas("/sessions/" + sessionOf(ada.browser()))));
        calls.put("endSessionsAsAdmin", () -> bruno.delete(adas("/sessions")));
        calls.put("disableAccount", () -> put(bruno, adas("/disabled")));
        calls.put("enableAccount", () -> bruno.delete(adas("/disabled")));
        calls.put("checkGrant", () -> Browser.exchange(
                again.browser().bearer("/api/google/grant/check").POST(BodyPublishers.noBody()).build()));
        calls.put("disconnectGoogle", () -> again.browser().delete("/api/google/grant"));
        calls.put("eraseAccount", () -> again.signIn().browser().delete("/api/account"));
        return calls;
    }

    /** Returns a browser of an account whose grant is gone. */
    private Browser tiredBrowser() {
        Browser tired = Guest.arriving(stage, People.CARMEN).browser();
        assertEquals(204, tired.delete("/api/google/grant").statusCode());
        return tired;
    }

    private Stream<Described> bearers() {
        List<Described> bearers = document.operations().stream()
                .filter(operation -> operation.isOpenedBy("access_token")).toList();
        assertFalse(bearers.isEmpty());
        return bearers.stream();
    }

    private static HttpResponse<String> ask(Browser browser, Described operation, String... header) {
        HttpRequest.Builder request = operation.isOpenedBy("refresh_cookie")
                ? browser.post(operation.path()) : browser.bearer(operation.path().replaceAll("\\{[a-z]+}", NOBODY));
        if (header.length > 0) {
            request.headers(header);
        }
        return Browser.exchange(operation.takesJson()
                ? request.setHeader("Content-Type", "application/json")
                        .method(operation.method(), BodyPublishers.ofString("{}")).build()
                : request.method(operation.method(), BodyPublishers.noBody()).build());
    }

    private static HttpResponse<String> put(Browser browser, String path) {
        return Browser.exchange(browser.bearer(path).PUT(BodyPublishers.noBody()).build());
    }

    private String adas(String path) {
        return "/api/admin/accounts/" + ada.accountId() + path;
    }

    private static UUID sessionOf(Browser browser) {
        return UUID.fromString(Jws.claims(browser.accessToken()).get("sid").getAsString());
    }

    private String contentOf(String name) {
        return Browser.json(ada.browser().get("/api/drive/files?pageSize=100")).getAsJsonArray("files").asList().stream()
                .map(JsonElement::getAsJsonObject).filter(file -> file.get("name").getAsString().equals(name))
                .map((JsonObject file) -> "/api/drive/files/" + file.get("id").getAsString() + "/content")
                .findFirst().orElseThrow();
    }
}
