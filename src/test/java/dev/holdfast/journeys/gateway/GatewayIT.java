package dev.holdfast.journeys.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other APIs of Google from the page: what the operator's rules open, with the person's permission, whole or visibly broken. */
@OnStage
class GatewayIT {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String CALENDARS = "/api/google/calendar/users/me/calendarList";
    private static final String STREAMING = "/api/google/streaming";

    private Stage stage;
    private Control google;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        guest = Guest.arriving(stage, People.ADA);
        stage.google().counts().reset();
    }

    @Test
    void readWhenHeadThenTheHeadersAlone() throws Exception {
        HttpResponse<String> head = Browser.exchange(guest.browser().bearer(STREAMING + "/bytes?count=123456")
                .method("HEAD", BodyPublishers.noBody()).build());

        assertEquals(200, head.statusCode());
        assertEquals(123456, head.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals("", head.body());
    }

    @Test
    void requestWhenItTravelsThenNothingOfOursTravelsAlong() {
        HttpResponse<String> echo = guest.browser().keepingCookies(guest.browser().bearer(STREAMING + "/echo")
                .header("Accept", "application/json").header("X-Goog-FieldMask", "a,b").header("X-Secret", "s")
                .header("X-Forwarded-For", "192.0.2.1").header("X-Goog-User-Project", "p").header("Content-Type", "text/x")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .POST(BodyPublishers.ofString("hello")));

        Answers.fine(echo);
        JsonObject seen = Browser.json(echo);
        assertEquals(5, seen.get("body").getAsInt());
        Set<String> headers = Set.copyOf(seen.getAsJsonObject("headers").keySet().stream().map(String::toLowerCase).toList());
        assertEquals(Set.of("accept", "x-goog-fieldmask", "content-type", "content-length", "accept-encoding", "user-agent", "host",
                "connection"), headers);
        assertFalse(echo.body().contains("holdfast="), "no cookie of ours");
        assertFalse(echo.body().contains(guest.browser().accessToken()), "no token of ours");
    }

    @ParameterizedTest
    @CsvSource({"text/html, true", "image/svg+xml, true", "application/pdf, true", "application/octet-stream, true",
        "text/plain, false", "image/png, false"})
    void answerWhenItIsForeignContentThenItIsInertOnOurOrigin(String type, boolean attachment) throws Exception {
        HttpResponse<InputStream> answer = HTTP.send(guest.browser()
                .bearer(STREAMING + "/bytes?count=9&type=" + type.replace("+", "%2B")).build(), BodyHandlers.ofInputStream());

        assertEquals(200, answer.statusCode());
        assertEquals(9, answer.body().readAllBytes().length);
        assertInert(answer);
        assertEquals(attachment, answer.headers().firstValue("Content-Disposition").orElse("").equals("attachment"));
        for (String name : List.of("Set-Cookie", "Access-Control-Allow-Origin", "Link", "Alt-Svc", "Location", "Server")) {
            assertTrue(answer.headers().firstValue(name).isEmpty(), name);
        }
    }

    @Test
    void requestWhenNoRuleOpensItThenGoogleIsNotAsked() {
        Answers.problem(guest.browser().get("/api/google/unknown/users/me"), 404, "not_found");
        Answers.problem(guest.browser().get("/api/google/calendar/calendars/primary/acl"), 404, "not_found");
        HttpResponse<String> closed = guest.browser().delete(CALENDARS);
        Answers.problem(closed, 405, "method_not_allowed");
        assertEquals("GET, HEAD", closed.headers().firstValue("Allow").orElseThrow());
        Answers.problem(Browser.exchange(guest.browser().bearer(CALENDARS).header("X-HTTP-Method-Override", "DELETE").GET()
                .build()), 400, "invalid_request");
        Answers.problem(send("POST", STREAMING + "/things/watch", "{}"), 404, "not_found");
        Answers.problem(guest.browser().get(STREAMING + "/$discovery/rest"), 404, "not_found");
        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void writeWhenAnotherSiteCausedItThenItIsRefused(String site) {
        HttpRequest request = HttpRequest.newBuilder(guest.browser().at(STREAMING + "/echo"))
                .header("Authorization", "Bearer " + guest.browser().accessToken()).header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString("{}")).build();

        Answers.problem(Browser.exchange(request), 403, "cross_site_request");
        assertEquals(0, stage.google().counts().of(StandInArea.STREAMING));
    }

    @Test
    void requestWhenNobodyIsSignedInThenItIsRefused() {
        Answers.problem(stage.browser().get(STREAMING + "/echo"), 401, "access_token_invalid");
    }

    @ParameterizedTest
    @CsvSource({"GET, JSON_503, 2, 200", "GET, DROP, 2, 200", "POST, JSON_503, 1, 503", "POST, DROP, 1, 503", "PUT, DROP, 1, 503",
        "DELETE, JSON_503, 1, 503", "GET, STATUS_429, 1, 429", "GET, REDIRECT_302, 1, 502", "POST, REDIRECT_307, 1, 502",
        "GET, HTML_403, 1, 403", "GET, RATE_LIMIT_EXCEEDED, 1, 429", "GET, ACCESS_NOT_CONFIGURED, 1, 502",
        "POST, BACKEND_500, 1, 503"})
    void requestWhenGoogleStumblesOnceThenOnlyReadsAreRepeated(String method, FaultKind fault, int calls, int status) {
        google.fault(StandInArea.STREAMING, fault, People.ADA, 1);

        HttpResponse<String> answer = send(method, STREAMING + "/echo", "");

        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(calls, stage.google().counts().of(StandInArea.STREAMING));
        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE), "nobody else sees the token");
        assertFalse(answer.body().contains("Rate Limit") || answer.body().contains("currently unavailable"), answer::body);
    }

    @Test
    void refusalWhenGoogleForbidsThenItsReasonIsAKnownWord() {
        google.fault(StandInArea.STREAMING, FaultKind.INSUFFICIENT_FILE_PERMISSIONS, People.ADA, 1);

        JsonObject problem = Answers.problem(guest.browser().get(STREAMING + "/echo"), 403, "google_forbidden");

        assertEquals("no_permission", problem.get("google_reason").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"/bytes?count=3000000&type=text/plain, false", "/bytes?count=3000000&type=application/json, true",
        "/events?count=1000000, false", "/bytes?count=3000000&type=application/json, false"})
    void answerWhenItBreaksMidwayThenTheConnectionBreaks(String path, boolean packed) {
        google.fault(StandInArea.STREAMING, Fault.dropMidway(1 << 20), People.ADA, 1);
        Metrics before = Metrics.of(stage.holdfast());
        HttpRequest.Builder request = guest.browser().bearer(STREAMING + path);

        CompletableFuture<HttpResponse<byte[]>> whole = HTTP.sendAsync(
                (packed ? request.header("Accept-Encoding", "gzip") : request).build(), BodyHandlers.ofByteArray());

        ExecutionException broken = assertThrows(ExecutionException.class, () -> whole.get(30, TimeUnit.SECONDS),
                "never a body that looks complete");
        assertTrue(broken.getCause() instanceof IOException, broken::toString);
        assertEquals(1, Metrics.of(stage.holdfast())
                .since(before, "holdfast_gateway_calls_total", "api=\"streaming\"", "end=\"broken\""));
    }

    @Test
    void eventsWhenTheyStreamThenAllArriveAndTheEndIsGood() throws Exception {
        HttpResponse<String> answer = HTTP.send(guest.browser().bearer(STREAMING + "/events?count=2000").build(),
                BodyHandlers.ofString());

        assertTrue(answer.body().endsWith("data: 1999\n\ndata: 2000\n\n"));
        assertEquals("text/event-stream", answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void answerWhenItIsLargeThenEveryByteArrives() throws Exception {
        HttpResponse<InputStream> answer = HTTP.send(
                guest.browser().bearer(STREAMING + "/bytes?count=100000000").build(), BodyHandlers.ofInputStream());

        assertEquals(100_000_000, answer.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals(100_000_000, answer.body().transferTo(OutputStream.nullOutputStream()));
    }

    @Test
    void requestWhenItsBodyIsTooLargeThenItIsRefusedByWhatItSaysAndByWhatItIs() {
        Answers.problem(send("POST", STREAMING + "/echo", "x".repeat(200 * 1024 + 1)), 413, "payload_too_large");
        assertEquals(0, stage.google().counts().of(StandInArea.STREAMING));
        byte[] large = new byte[200 * 1024 + 1];
        Answers.problem(Browser.exchange(guest.browser().bearer(STREAMING + "/echo")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).build()), 413, "payload_too_large");

        assertEquals(200 * 1024, Browser.json(send("POST", STREAMING + "/echo", "x".repeat(200 * 1024))).get("body").getAsInt());
    }

    @Test
    void requestsWhenTheMinuteIsSpentThenThatPersonWaitsAndOthersDoNot() {
        String me = "/api/google/people/people/me?personFields=names";
        for (int call = 0; call < 3; call++) {
            Answers.fine(guest.browser().get(me));
        }
        Answers.later(guest.browser().get(me), 429, "too_many_requests");
        Answers.fine(Guest.arriving(stage, People.BRUNO).browser().get(me));
        Answers.fine(guest.browser().get(STREAMING + "/echo"));
    }

    @Test
    void requestsWhenOnePersonHangsOnAllSeatsThenOthersAreServed() throws Exception {
        google.fault(StandInArea.STREAMING, Fault.hangMidway(1000), People.ADA, Control.ALWAYS);
        List<CompletableFuture<HttpResponse<InputStream>>> asked = IntStream.range(0, 8).mapToObj(call -> HTTP.sendAsync(
                guest.browser().bearer(STREAMING + "/bytes?count=100000").build(), BodyHandlers.ofInputStream())).toList();
        List<HttpResponse<InputStream>> open = asked.stream().map(CompletableFuture::join).toList();
        Answers.later(guest.browser().get(STREAMING + "/echo"), 503, "google_unavailable");
        Answers.fine(Guest.arriving(stage, People.BRUNO).browser().get(STREAMING + "/echo"));
        google.clear();
        for (HttpResponse<InputStream> answer : open) {
            assertThrows(IOException.class, () -> answer.body().readAllBytes());
        }
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return Browser.exchange(guest.browser().bearer(path).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build());
    }

    private static void assertInert(HttpResponse<?> response) {
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(response.headers().firstValue("Content-Security-Policy").orElse("").startsWith("sandbox"));
    }
}
