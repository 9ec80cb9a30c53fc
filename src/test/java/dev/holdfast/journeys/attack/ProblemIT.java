package dev.holdfast.journeys.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is problem JSON (RFC 9457) and shows nothing internal (security group J01). */
@OnStage
class ProblemIT {

    /** Words of our code, our libraries and our server, which no answer contains. */
    private static final Pattern INTERNALS = Pattern.compile("(?i)exception|java[.x]|jakarta|\\bat \\w+\\.|com\\.ibm|org\\.apache|"
            + "liberty|websphere|dev\\.holdfast|srve\\d{4}|cww\\w{2}\\d{4}|resteasy|hibernate|eclipselink|derby|\\.java|stack ?trace|"
            + "basicAuth|weld-\\d");

    /** Liberty's own answer to an address that it cannot decode. It reaches no application, and it cannot be changed. */
    private static final Pattern UNDECODABLE =
            Pattern.compile("CWWWC0005I: The request URI has invalid or improperly encoded characters: \\[[^\\]]*\\]");

    private Stage stage;
    private Browser browser;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        browser = Guest.arriving(stage, People.ADA).browser();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/account, PUT, 'GET DELETE'",
        "/api/account, POST, 'GET DELETE'",
        "/api/account/activity, DELETE, GET",
        "/api/sessions, POST, 'GET DELETE'",
        "/api/sessions/8550e2a2-cd02-4f05-8231-c2419b641e1a, GET, DELETE",
        "/api/drive/files, POST, GET",
        "/api/drive/files/x/content, PUT, GET",
        "/auth/login, POST, GET",
        "/auth/callback, POST, GET",
        "/auth/token/refresh, GET, POST",
        "/auth/logout, GET, POST"})
    void methodWhenItIsNotOneOfThePathsThenTheAnswerNamesThoseThatAre(String path, String method, String allowed) {
        HttpResponse<String> refused = browser.keepingCookies(browser.bearer(path)
                .header("Origin", stage.holdfast().origin().toString())
                .method(method, BodyPublishers.noBody()));

        Answers.problem(refused, 405, "method_not_allowed");
        assertClean(refused);
        Set<String> allow = Arrays.stream(refused.headers().firstValue("Allow").orElseThrow().split(",\\s*"))
                .collect(Collectors.toSet());
        assertTrue(allow.containsAll(Set.of(allowed.split(" "))), allow::toString);
        assertFalse(allow.contains(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/account/nothing", "/api/sessions/x/y", "/api/drive", "/api/drive/files/x",
        "/api/google", "/api/account/", "/auth/nothing", "/auth/token", "/auth/token/refresh/more", "/api/a.b.c",
        "/api/%C3%A4", "/api/;x=y", "/auth/login;jsessionid=1/x"})
    void pathWhenUnknownThenItIsNotFound(String path) {
        HttpResponse<String> refused = browser.get(path);

        assertTrue(Set.of(400, 404).contains(refused.statusCode()) || path.endsWith("/"), () -> path + refused.statusCode());
        assertProblemOrFine(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/account/activity?limit=x", "/api/account/activity?before=%00", "/api/sessions/%ff",
        "/api/drive/files?pageSize=0", "/api/drive/files?pageSize=101", "/api/drive/files?pageSize=x",
        "/api/drive/files?pageSize=-1", "/api/drive/files?pageSize=99999999999999999999",
        "/api/account/activity?limit=%f0%28%8c%28"})
    void queryWhenItMakesNoSenseThenTheAnswerTellsNothingOfTheInside(String pathAndQuery) {
        HttpResponse<String> refused = browser.get(pathAndQuery);

        assertTrue(refused.statusCode() >= 400 && refused.statusCode() < 500, () -> pathAndQuery + refused.statusCode());
        assertProblemOrFine(refused);
    }

    /** Malformed requests, byte by byte: the server or the application refuses each, in the same form. */
    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/%ZZ HTTP/1.1",
        "GET /api/account?limit=%ZZ HTTP/1.1",
        "GET /api/account/activity?limit=%ZZ HTTP/1.1",
        "GET /auth/login?return_to=%ZZ HTTP/1.1",
        "GET /api/%00 HTTP/1.1",
        "GET /api/..;/account HTTP/1.1",
        "GET /api/../api/nothing HTTP/1.1",
        "GET /api/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
        "GET /api/%2e%2e%2f%2e%2e%2fetc HTTP/1.1",
        "GET /api\\account HTTP/1.1",
        "GET /api//account HTTP/1.1",
        "GET //api/account HTTP/1.1",
        "GET /API/account HTTP/1.1",
        "TRACE /api/account HTTP/1.1",
        "TRACE /auth/token/refresh HTTP/1.1",
        "TRACE /auth/login HTTP/1.1",
        "CONNECT /api/account HTTP/1.1",
        "NONSENSE /api/account HTTP/1.1",
        "get /api/account HTTP/1.1",
        "OPTIONS /api/account HTTP/1.1",
        "PROPFIND /api/account HTTP/1.1",
        "GET /api/account HTTP/9.9",
        "GET /api/account\u0001 HTTP/1.1"})
    void requestWhenMalformedThenTheAnswerIsCleanAndNoServerFault(String requestLine) {
        RawHttp.Answer answer = RawHttp.send(stage.holdfast().origin(), requestLine,
                "Host: " + stage.holdfast().origin().getAuthority());

        assertClean(answer, requestLine.split(" ")[1]);
        assertTrue(answer.status() < 500 || answer.status() == 501 || answer.status() == 505, answer::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Basic", "Authorization: Basic x", "Authorization: Basic =====",
        "Authorization: Basic eA==", "Authorization: Digest x", "Authorization: Negotiate YII=", "Authorization:",
        "Authorization: Bearer", "Accept: text/html", "Accept: image/png", "Accept: nonsense", "Accept: */*;q=x",
        "Accept-Language: \u00ff", "Accept-Encoding: nonsense", "Content-Type: nonsense", "Content-Type: application/xml",
        "Cookie: a", "Cookie: =", "Cookie: $Version=1; $Path=/", "Cookie: \u00ff=\u00ff", "If-None-Match: x",
        "Range: bytes=0-1", "Expect: nonsense", "X-HTTP-Method-Override: DELETE", "Transfer-Encoding: nonsense",
        "Content-Length: -1", "Content-Length: x"})
    void requestWhenAHeaderMakesNoSenseThenTheAnswerIsCleanAndNoServerFault(String header) {
        for (String path : List.of("/api/account", "/auth/login", "/auth/nothing")) {
            RawHttp.Answer answer = RawHttp.send(stage.holdfast().origin(), "GET " + path + " HTTP/1.1",
                    "Host: " + stage.holdfast().origin().getAuthority(), header);

            assertClean(answer, path);
            assertTrue(answer.status() < 500 || answer.status() == 501, answer::toString);
        }
    }

    @Test
    void requestWhenTheAddressIsHugeThenTheAnswerIsClean() {
        for (int length : List.of(8_000, 40_000, 200_000)) {
            for (String path : List.of("/api/" + "a".repeat(length), "/api/account?x=" + "a".repeat(length),
                    "/auth/login?return_to=/" + "a".repeat(length))) {
                RawHttp.Answer answer = RawHttp.send(stage.holdfast().origin(), "GET " + path + " HTTP/1.1",
                        "Host: " + stage.holdfast().origin().getAuthority());
                assertFalse(INTERNALS.matcher(answer.headers() + answer.body()).find(), answer::toString);
                assertTrue(answer.status() < 500, answer::toString);
            }
        }
        Answers.fine(browser.get("/api/account"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "a=b", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"})
    void bodyWhenNoneIsExpectedThenItChangesNothing(String body) {
        for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x", "application/xml")) {
            HttpResponse<String> refreshed = browser.keepingCookies(HttpRequest.newBuilder(browser.at("/auth/token/refresh"))
                    .header("Sec-Fetch-Site", "same-origin").header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
            assertProblemOrFine(refreshed);
            assertTrue(refreshed.statusCode() < 500, refreshed::body);
        }
        Answers.fine(browser.refresh());
    }

    @Test
    void bodyWhenItIsHugeThenTheServerStaysUp() {
        HttpResponse<String> response = browser.keepingCookies(HttpRequest.newBuilder(browser.at("/auth/token/refresh"))
                .header("Sec-Fetch-Site", "same-origin").POST(BodyPublishers.ofByteArray(new byte[5_000_000])));

        assertProblemOrFine(response);
        assertTrue(response.statusCode() < 500, response::body);
        Answers.fine(browser.refresh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/health/live", "/health/started", "/metrics", "/openapi"})
    void operationsWhenReadByAnybodyThenNothingPersonalIsInThem(String path) {
        browser.get("/api/drive/files");
        HttpResponse<String> response = stage.browser().get(path);

        assertEquals(200, response.statusCode());
        for (String personal : List.of(People.ADA, "Okafor", stage.google().clientSecret(), browser.accessToken(),
                Jws.claims(browser.accessToken()).get("sid").getAsString(),
                Jws.claims(browser.accessToken()).get("sub").getAsString(), "standin-at-", "standin-rt-")) {
            assertFalse(response.body().contains(personal), personal);
        }
    }

    /** Half-sent requests keep no thread busy and delay no other request. */
    @Test
    void requestWhenHundredsAreLeftHalfSentThenOthersAreAnsweredAllTheSame() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int connection = 0; connection < 600; connection++) {
                Socket socket = new Socket(stage.holdfast().origin().getHost(), stage.holdfast().origin().getPort());
                socket.getOutputStream().write("GET /api/account HTTP/1.1\r\nHost: localhost\r\nX-Half: "
                        .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            Answers.fine(Guest.arriving(stage, People.ADA).files());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void assertProblemOrFine(HttpResponse<String> response) {
        assertClean(response);
        if (response.statusCode() >= 400) {
            JsonObject problem = Browser.json(response);
            assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
            assertEquals(response.statusCode(), problem.get("status").getAsInt());
            assertTrue(problem.keySet().containsAll(Set.of("type", "title", "status", "detail", "code")), problem::toString);
        }
    }

    private static void assertClean(HttpResponse<String> response) {
        String told = response.headers().map() + "\n" + response.body();
        assertFalse(INTERNALS.matcher(told).find(), told);
    }

    /** Under our prefixes a refusal is problem JSON, unless the request was too malformed to reach us. */
    private static void assertClean(RawHttp.Answer answer, String path) {
        boolean reachedUs = answer.header("Permissions-Policy").isPresent();
        String told = answer.headers() + "\n" + (reachedUs ? answer.body() : UNDECODABLE.matcher(answer.body()).replaceAll(""));
        assertFalse(INTERNALS.matcher(told).find(), told);
        assertTrue(reachedUs || Set.of(0, 400, 404, 405, 501, 505).contains(answer.status()), told);
        if (answer.status() >= 400 && reachedUs && path.matches("/(api|auth)/.*")) {
            assertEquals("application/problem+json", answer.header("Content-Type").orElse(""), told);
        }
    }
}
