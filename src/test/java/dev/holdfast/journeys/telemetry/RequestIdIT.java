package dev.holdfast.journeys.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ways in which operators find one request again, in a log that machines read. */
class RequestIdIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static StandInGoogle google;
    private static HoldfastServer holdfast;
    private static Stage stage;

    @BeforeAll
    static void start() {
        google = StandInGoogle.start();
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("WLP_LOGGING_CONSOLE_FORMAT", "json");
        holdfast = HoldfastServer.unhurried(settings).start();
        stage = Stage.apart(google, holdfast, answer -> { });
    }

    @AfterAll
    static void stop() {
        holdfast.close();
        google.close();
    }

    @Test
    void answersWhenTheyComeFromApiOrAuthThenTellTheIdAndNoTwoHaveTheSame() {
        Guest guest = Guest.arriving(stage, People.BRUNO);
        Browser stranger = stage.browser();
        List<HttpResponse<String>> answers = List.of(guest.browser().get("/api/account"),
                guest.browser().get("/api/nowhere"), guest.files(), stranger.get("/api/account"),
                stranger.navigate(holdfast.origin().resolve("/auth/login")),
                stage.browser().get("/auth/callback?code=x"), guest.browser().refresh(), guest.browser().get("/auth/logout"),
                stage.browser().keepingCookies(HttpRequest.newBuilder(holdfast.origin().resolve("/api/account"))
                        .header("Authorization", "Bearer a.b.c")),
                Browser.exchange(HttpRequest.newBuilder(holdfast.origin().resolve("/auth/logout"))
                        .POST(HttpRequest.BodyPublishers.noBody()).build()));

        assertEquals(List.of(200, 404, 200, 401, 302, 303, 200, 405, 401, 403),
                answers.stream().map(HttpResponse::statusCode).toList());
        assertTrue(answers.stream().allMatch(answer -> id(answer).matches("[0-9a-f]{32}")));
        assertEquals(answers.size(), answers.stream().map(RequestIdIT::id).distinct().count());
    }

    @Test
    void idWhenTheCallerNamesATraceThenIsThatAndWhenItSaysAnythingElseThenIsFresh() {
        assertEquals(TRACE, id(cancelled("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")));
        assertEquals("proxy-0123456789", id(cancelled("X-Request-Id", "proxy-0123456789")));
        String made = id(cancelled("X-Request-Id", "x\" HF0402 event=signed_in"));
        assertTrue(made.matches("[0-9a-f]{32}"), made);
        assertNotEquals(made, id(cancelled("X-Request-Id", "")));
    }

    @Test
    void linesWhenARequestCausedThemThenHaveItsIdOnWhicheverThread() {
        Guest guest = Guest.withSpentToken(stage, People.CARMEN);
        google.control().fault(StandInArea.REFRESH, FaultKind.INVALID_GRANT, People.CARMEN, 1);
        HttpResponse<String> refused = guest.files();
        assertEquals(401, refused.statusCode());

        List<JsonObject> lines = lines().stream().filter(line -> number(line).equals("HF0803")
                && line.get("message").getAsString().contains(guest.accountId().toString())).toList();
        assertEquals(List.of(id(refused)), lines.stream().map(line -> line.get("ext_requestId").getAsString()).toList());
        assertTrue(lines.get(0).get("message").getAsString().endsWith(" request=" + id(refused)), "where there are no fields");
        assertFalse(lines().stream().filter(line -> number(line).equals("HF0111"))
                .anyMatch(line -> line.has("ext_requestId")), "no request made the schema");
    }

    /** Audit lines can be told from the others without reading their messages. */
    @Test
    void auditWhenTheLogIsJsonThenIsOneLoggersAndHasNothingElse() {
        Guest.arriving(stage, People.EMI).browser().logout();
        cancelled("Accept", "*/*");

        List<String> audited = lines().stream().filter(line -> line.get("module").getAsString().equals("dev.holdfast.audit"))
                .map(RequestIdIT::number).distinct().sorted().toList();
        assertEquals(List.of("HF0402", "HF0601"), audited);
        assertTrue(lines().stream().filter(line -> audited.contains(number(line))).allMatch(line ->
                line.get("module").getAsString().equals("dev.holdfast.audit") && line.has("ext_requestId")));
    }

    /** Except for the lines of the Java machine and of Liberty's launcher, which come before the log starts. */
    @Test
    void consoleWhenTheLogIsJsonThenEachLineIsAnObject() {
        List<String> others = console().filter(line -> !line.startsWith("{")).filter(line -> !line.isBlank())
                .filter(line -> !line.contains("Server VM warning")).toList();

        assertEquals(List.of(), others);
        assertTrue(lines().stream().allMatch(line -> line.has("loglevel") && line.has("ibm_datetime")));
        assertTrue(lines().stream().anyMatch(line -> number(line).equals("HF0121")));
    }

    /** Ends at the audit line HF0601. */
    private static HttpResponse<String> cancelled(String header, String value) {
        HttpResponse<String> answer = Browser.exchange(HttpRequest.newBuilder(holdfast.origin().resolve(
                "/auth/callback?error=access_denied&state=unknown")).header(header, value).build());
        assertEquals(303, answer.statusCode());
        return answer;
    }

    private static String id(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElse("none");
    }

    private static String number(JsonObject line) {
        return line.get("message").getAsString().split(" ")[0];
    }

    private static List<JsonObject> lines() {
        return console().filter(line -> line.startsWith("{")).map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(line -> line.has("message") && line.has("module")).toList();
    }

    private static Stream<String> console() {
        try {
            return Files.readString(holdfast.dataDirectory().resolveSibling("console.log")).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
