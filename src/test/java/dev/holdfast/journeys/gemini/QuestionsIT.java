package dev.holdfast.journeys.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about a file: an answer as it is written, whole or visibly not, and every refusal in our own words. */
@OnStage
class QuestionsIT {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String QUESTION = "When does it end?";

    private Stage stage;
    private Control google;
    private Guest guest;

    /** The events of an answer: their names, the text of all of them, and the data of the last one. */
    private record Told(List<String> names, String text, JsonObject last) {

        static Told of(HttpResponse<String> response) {
            assertEquals(200, response.statusCode(), response::body);
            List<String> events = Stream.of(response.body().split("\n\n")).filter(event -> !event.startsWith(":")).toList();
            List<JsonObject> data = events.stream().map(event -> JsonParser.parseString(event.split("\ndata: ")[1])
                    .getAsJsonObject()).toList();
            return new Told(events.stream().map(event -> event.split("\n")[0].substring("event: ".length())).toList(),
                    data.stream().filter(each -> each.has("text")).map(each -> each.get("text").getAsString())
                            .collect(Collectors.joining()), data.get(data.size() - 1));
        }

        String end() {
            return names.get(names.size() - 1);
        }
    }

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        guest = Guest.arriving(stage, People.ADA);
        guest.follow("/auth/login?scope=" + StandInScopes.GEMINI + "&return_to=/files");
        stage.google().counts().reset();
    }

    @Test
    void askWhenTheScopeIsMissingThenALinkAsksForItAndNeitherDriveNorTheModelIsAsked() {
        Guest other = Guest.arriving(stage, People.BRUNO);
        stage.google().counts().reset();

        JsonObject problem = Answers.problem(ask(other, "/api/drive/files/1x/questions", body(QUESTION)), 403,
                "google_scope_missing");

        assertEquals(StandInScopes.GEMINI, problem.getAsJsonArray("missing_scopes").get(0).getAsString());
        assertTrue(problem.get("sign_in").getAsString().contains("return_to=/files"), problem::toString);
        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING));
    }

    @ParameterizedTest
    @CsvSource({"application/pdf, application/pdf", "text/plain, text/plain", "image/png, image/png",
        "application/vnd.google-apps.document, application/pdf", "application/vnd.google-apps.spreadsheet, text/csv",
        "application/vnd.google-apps.presentation, application/pdf"})
    void askWhenTheModelReadsTheKindThenTheAnswerComesInPiecesAndEndsWithItsReason(String kind, String form) {
        HttpResponse<String> response = ask(fileOf(kind));
        Told told = Told.of(response);

        assertTrue(told.names().size() > 10, () -> told.names().toString());
        assertEquals("done", told.end());
        assertEquals(List.of("text"), told.names().subList(0, told.names().size() - 1).stream().distinct().toList());
        assertTrue(told.text().contains(" bytes of " + form) && told.text().contains("You asked: " + QUESTION), told::text);
        assertEquals("stop", told.last().get("finish_reason").getAsString());
        assertTrue(told.last().get("tokens").getAsLong() > 0);
        assertEquals("text/event-stream", response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    @Test
    void askWhenJsonIsWantedThenOneObject() {
        JsonObject answer = Browser.json(json(fileOf("text/plain")));

        assertTrue(answer.get("text").getAsString().endsWith("as the real one does."), answer::toString);
        assertEquals("stop", answer.get("finish_reason").getAsString());
        assertTrue(answer.get("tokens").getAsLong() > 0);
    }

    @Test
    void listWhenFilesMayBeAskedAboutThenItSaysSoAndOfEachKind() {
        JsonObject page = Browser.json(guest.browser().get("/api/drive/files?pageSize=100"));

        assertTrue(page.get("questions").getAsBoolean());
        for (JsonElement file : page.getAsJsonArray("files")) {
            String kind = file.getAsJsonObject().get("mime_type").getAsString();
            boolean readable = kind.startsWith("text/") || kind.equals("application/pdf") || kind.equals("image/png")
                    || kind.matches(".*google-apps\\.(document|spreadsheet|presentation)");
            assertEquals(readable, file.getAsJsonObject().get("answerable").getAsBoolean(), kind);
        }
    }

    @ParameterizedTest
    @CsvSource({"blocked, safety", "safety, safety", "max_tokens, max_tokens", "reason_in_each, stop"})
    void askWhenTheModelEndsForAReasonThenDoneNamesIt(String kind, String reason) {
        google.set(Switch.GEMINI_ANSWER, kind);

        Told told = Told.of(ask(fileOf("text/plain")));

        assertEquals("done", told.end());
        assertEquals(reason, told.last().get("finish_reason").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"unfinished, google_error", "error, google_unavailable"})
    void askWhenTheAnswerIsNotWholeThenItsLastEventIsAProblem(String kind, String code) {
        google.set(Switch.GEMINI_ANSWER, kind);

        Told told = Told.of(ask(fileOf("text/plain")));

        assertFalse(told.text().isEmpty());
        assertEquals("problem", told.end());
        assertEquals(code, told.last().get("code").getAsString());
        assertFalse(told.last().toString().contains("overloaded"), "no text of Google's");
        assertTrue(json(fileOf("text/plain")).statusCode() >= 500, "nor is an object made of half an answer");
    }

    @Test
    void askWhenTheConnectionToTheModelBreaksThenItsLastEventIsAProblem() {
        google.fault(StandInArea.GEMINI, Fault.dropMidway(1000), People.ADA, 1);

        Told told = Told.of(ask(fileOf("text/plain")));

        assertEquals("problem", told.end());
        assertEquals("google_unavailable", told.last().get("code").getAsString());
        assertTrue(told.last().get("retry_after").getAsLong() >= 1);
        Told.of(ask(fileOf("text/plain")));
    }

    @ParameterizedTest
    @CsvSource({
        "MODEL_QUOTA, 429, google_rate_limited", "MODEL_QUOTA_OF_TODAY, 429, google_rate_limited",
        "STATUS_429, 429, google_rate_limited", "JSON_503, 503, google_unavailable", "DROP, 503, google_unavailable",
        "HTML_403, 403, google_forbidden", "INSUFFICIENT_PERMISSIONS, 403, google_scope_missing",
        "ACCESS_NOT_CONFIGURED, 502, google_not_enabled", "HTML_200, 502, google_error", "REDIRECT_307, 502, google_error"})
    void askWhenGoogleRefusesThenTheStatusAndTheCodeAreOurs(FaultKind fault, int status, String code) {
        google.fault(StandInArea.GEMINI, fault, People.ADA, 1);

        HttpResponse<String> answer = ask(fileOf("text/plain"));

        JsonObject problem = Answers.problem(answer, status, code);
        if (status == 429 || status == 503) {
            Answers.later(answer, status, code);
        }
        assertEquals(fault == FaultKind.MODEL_QUOTA_OF_TODAY, problem.get("detail").getAsString().contains("tomorrow"));
        assertEquals(fault.name().startsWith("MODEL_QUOTA") ? "47" : answer.headers().firstValue("Retry-After").orElse(""),
                answer.headers().firstValue("Retry-After").orElse(""));
        assertEquals(1, stage.google().counts().of(StandInArea.GEMINI), "never repeated");
        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE), "no other address sees token or document");
        assertEquals("done", Told.of(ask(fileOf("text/plain"))).end());
    }

    @ParameterizedTest
    @CsvSource({"too_long, 413, document_too_long", "retired, 502, google_error"})
    void askWhenTheModelTakesNeitherDocumentNorNameThenItIsToldSo(String kind, int status, String code) {
        google.set(Switch.GEMINI_ANSWER, kind);

        Answers.problem(ask(fileOf("text/plain")), status, code);
        assertEquals(kind.equals("retired"), stage.holdfast().log().contains("HF0583"));
    }

    @Test
    void askWhenTheFileCannotBeAskedAboutThenTheModelIsNotAsked() {
        JsonObject problem = Answers.problem(ask(fileOf("application/zip")), 409, "not_answerable");
        assertTrue(problem.get("web_view_link").getAsString().startsWith("https://drive.google.com/"));
        Answers.problem(ask(fileOf("application/vnd.google-apps.folder")), 409, "not_answerable");
        Answers.problem(ask(named("Thesis, all chapters")), 413, "document_too_long");
        Answers.problem(ask("1nothing"), 404, "not_found");
        google.fault(StandInArea.DRIVE, FaultKind.JSON_503, People.ADA, 1);
        Answers.later(ask("1nothing"), 503, "google_unavailable");

        assertEquals(0, stage.google().counts().of(StandInArea.GEMINI));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"question\":\" \"}", "{\"question\":7}", "no json"})
    void askWhenThereIsNoQuestionThenNothingIsAsked(String body) {
        Answers.problem(ask(guest, path("1x"), body), 400, "invalid_request");
        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING));
    }

    @Test
    void askWhenTheRequestIsOddThenItIsRefused() {
        Answers.problem(ask(guest, path("1x"), body("x".repeat(2001))), 400, "invalid_request");
        Answers.problem(ask(guest, path("1x"), body("x".repeat(20_000))), 413, "payload_too_large");
        Answers.problem(ask(guest, path("a.b"), body(QUESTION)), 400, "invalid_request");
        Answers.problem(guest.browser().get(path("1x")), 405, "method_not_allowed");
        Answers.problem(Browser.exchange(guest.browser().bearer(path("1x")).header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body(QUESTION))).build()), 415, "unsupported_media_type");
        Answers.problem(Browser.exchange(request(guest, path("1x"), body(QUESTION)).header("Accept", "text/html").build()), 406,
                "not_acceptable");
        Answers.problem(Browser.exchange(HttpRequest.newBuilder(guest.browser().at(path("1x")))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body(QUESTION))).build()), 401,
                "access_token_invalid");
        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void askWhenAnotherSiteCausedItThenItIsRefused(String site) {
        Answers.problem(Browser.exchange(request(guest, path("1x"), body(QUESTION)).header("Sec-Fetch-Site", site).build()), 403,
                "cross_site_request");
        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING));
    }

    @Test
    void askWhenTheTokenIsRefusedThenOneRefreshAndTheQuestionIsSentOnceMore() {
        String file = fileOf("application/pdf");
        google.fault(StandInArea.GEMINI, FaultKind.INVALID_TOKEN, People.ADA, 1);
        assertEquals("done", Told.of(ask(file)).end());
        assertEquals(1, guest.refreshes());
        assertEquals(2, stage.google().counts().of(StandInArea.GEMINI));

        google.fault(StandInArea.GEMINI, FaultKind.INVALID_TOKEN, People.ADA, Control.ALWAYS);
        Answers.problem(ask(file), 502, "google_error");
        assertEquals(4, stage.google().counts().of(StandInArea.GEMINI));
        assertEquals(2, guest.refreshes());
    }

    /** The model's own time-out is six seconds here. Its failures are its own: files appear all the time. */
    @Test
    void askWhenTheModelHangsThenTheWaitEndsAndDriveNoticesNothing() {
        String file = fileOf("text/plain");
        google.fault(StandInArea.GEMINI, FaultKind.HANG, People.ADA, Control.ALWAYS);
        for (int round = 0; round < 3; round++) {
            CompletableFuture<HttpResponse<String>> events = HTTP.sendAsync(
                    request(guest, path(file), body(QUESTION)).build(), BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> object = HTTP.sendAsync(request(guest, path(file), body(QUESTION))
                    .header("Accept", "application/json").build(), BodyHandlers.ofString());
            Answers.fine(guest.files());
            assertTrue(events.join().body().startsWith(": "), "a comment while nothing comes");
            assertEquals("google_unavailable", Told.of(events.join()).last().get("code").getAsString());
            Answers.later(object.join(), 503, "google_unavailable");
        }
        google.clear();
        stage.google().counts().reset();

        Answers.later(ask(file), 503, "google_unavailable");
        assertEquals(0, stage.google().counts().of(StandInArea.GEMINI), "it is spared for a while");
        Answers.fine(guest.files());
        Eventually.holds(SOON, "the model answers again", () -> ask(file).body().contains("event: done"));
    }

    @Test
    void askWhenThePersonStopsThenTheModelIsStoppedAndTheirSeatsComeBack() throws Exception {
        String file = fileOf("text/plain");
        google.fault(StandInArea.GEMINI, FaultKind.HANG, People.ADA, Control.ALWAYS);
        Metrics before = Metrics.of(stage.holdfast());
        // Both at once: each head takes two seconds, and the model's time-out would end the first before the second is stopped.
        List<CompletableFuture<HttpResponse<InputStream>>> open = new ArrayList<>();
        for (int question = 0; question < 2; question++) {
            open.add(HTTP.sendAsync(request(guest, path(file), body(QUESTION)).build(), BodyHandlers.ofInputStream()));
        }
        for (CompletableFuture<HttpResponse<InputStream>> answer : open) {
            answer.join();
        }
        Answers.later(ask(file), 503, "google_unavailable");

        for (CompletableFuture<HttpResponse<InputStream>> answer : open) {
            answer.join().body().close();
        }

        Eventually.holds(SOON, "both are stopped", () -> Metrics.of(stage.holdfast())
                .since(before, "holdfast_questions_total", "end=\"cancelled\"") == 2);
        google.clear();
        assertEquals("done", Told.of(ask(file)).end());
    }

    @Test
    void logWhenQuestionsAreAskedThenItHoldsNoneOfIt() {
        String file = fileOf("text/plain");
        Metrics before = Metrics.of(stage.holdfast());

        assertEquals("done", Told.of(ask(guest, path(file), body("Is Rumpelstiltskin in it?"))).end());

        Metrics after = Metrics.of(stage.holdfast());
        assertEquals(1, after.since(before, "holdfast_questions_total", "end=\"done\""));
        assertTrue(after.since(before, "holdfast_question_tokens_total") > 0);
        String log = stage.holdfast().logToRead();
        assertTrue(stage.holdfast().log().contains("event=file_asked_about account=" + guest.accountId()), "an audit line");
        assertFalse(log.contains("Rumpelstiltskin") || log.contains("stand-in for Gemini") || log.contains(file), "none of it");
    }

    private String fileOf(String kind) {
        return find("mime_type", kind);
    }

    private String named(String name) {
        return find("name", name);
    }

    private String find(String member, String value) {
        JsonArray files = Browser.json(guest.browser().get("/api/drive/files?pageSize=100")).getAsJsonArray("files");
        String id = Stream.iterate(0, at -> at + 1).limit(files.size()).map(at -> files.get(at).getAsJsonObject())
                .filter(file -> file.get(member).getAsString().equals(value)).findFirst().orElseThrow().get("id").getAsString();
        stage.google().counts().reset();
        return id;
    }

    private static String path(String file) {
        return "/api/drive/files/" + file + "/questions";
    }

    private static String body(String question) {
        JsonObject body = new JsonObject();
        body.addProperty("question", question);
        return body.toString();
    }

    private static HttpRequest.Builder request(Guest whose, String path, String body) {
        return whose.browser().bearer(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> ask(Guest whose, String path, String body) {
        return Browser.exchange(request(whose, path, body).header("Accept", "text/event-stream").build());
    }

    private HttpResponse<String> ask(String file) {
        return ask(guest, path(file), body(QUESTION));
    }

    private HttpResponse<String> json(String file) {
        return Browser.exchange(request(guest, path(file), body(QUESTION)).header("Accept", "application/json").build());
    }
}
