package dev.holdfast.journeys.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites cannot make a browser do anything at Holdfast (security group E). */
@OnStage
class CrossSiteIT {

    private Stage stage;
    private Browser browser;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        browser = Guest.arriving(stage, People.ADA).browser();
    }

    /** Headers as {@code name: value}, {@code <own>} standing for our origin. */
    static Stream<List<String>> foreign() {
        return Stream.of(
                List.of(),
                List.of("Sec-Fetch-Site: cross-site"),
                List.of("Sec-Fetch-Site: same-site"),
                List.of("Sec-Fetch-Site: none"),
                List.of("Sec-Fetch-Site: SAME-ORIGIN"),
                List.of("Sec-Fetch-Site: same-origin, same-origin"),
                List.of("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: same-origin"),
                List.of("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"),
                List.of("Sec-Fetch-Site: cross-site", "Origin: <own>"),
                List.of("Sec-Fetch-Site: same-site", "Origin: <own>"),
                List.of("Sec-Fetch-Site: same-origin", "Origin: https://evil.example"),
                List.of("Sec-Fetch-Site: same-origin", "Origin: null"),
                List.of("Origin: https://evil.example"),
                List.of("Origin: null"),
                List.of("Origin: http://localhost"),
                List.of("Origin: http://localhost:1"),
                List.of("Origin: http://127.0.0.1:<port>"),
                List.of("Origin: https://localhost:<port>"),
                List.of("Origin: <own>.evil.example"),
                List.of("Origin: <own>/"),
                List.of("Origin: <own>", "Origin: <own>"),
                List.of("Origin: <own> https://evil.example"),
                List.of("Referer: <own>/files"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void refreshWhenAnotherPageAsksThenItIsRefusedAndTheCookieStays(List<String> headers) {
        assertRefused(withHeaders(browser, "POST", "/auth/token/refresh", headers));
        Answers.fine(browser.refresh());
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void logoutWhenAnotherPageAsksThenThePersonStaysSignedIn(List<String> headers) {
        assertRefused(withHeaders(browser, "POST", "/auth/logout", headers));
        Answers.fine(browser.refresh());
    }

    /** The refusal comes before any other check, so it tells nothing about cookies, keys or paths. */
    @ParameterizedTest
    @CsvSource({"POST, /auth/token/refresh", "POST, /auth/logout", "POST, /auth/login", "POST, /auth/callback",
        "POST, /auth/nothing", "DELETE, /api/account", "DELETE, /api/sessions", "POST, /api/nothing",
        "PUT, /api/account"})
    void requestWhenAnotherSiteCausedItThenNothingElseIsLookedAt(String method, String path) {
        Browser stranger = stage.browser();
        HttpResponse<String> refused = Browser.exchange(HttpRequest.newBuilder(stranger.at(path))
                .header("Sec-Fetch-Site", "cross-site").header("Idempotency-Key", "x")
                .header("Cookie", "holdfast=a; holdfast=b").header("Authorization", "Bearer x")
                .header("Content-Type", "text/plain")
                .method(method, BodyPublishers.ofString("x=y")).build());

        assertRefused(refused);
    }

    @Test
    void refreshWhenOurOwnPageAsksThenItIsAnswered() {
        for (List<String> headers : List.of(List.of("Sec-Fetch-Site: same-origin"),
                List.of("Sec-Fetch-Site: same-origin", "Origin: <own>"), List.of("Origin: <own>"))) {
            Answers.fine(withHeaders(browser, "POST", "/auth/token/refresh", headers));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example",
        "Origin: null", "Origin: http://localhost:1", "Sec-Fetch-Dest: iframe"})
    void deleteWhenAnotherPageHasTheBearerTokenThenItIsRefused(String header) {
        String other = Jws.claims(browser.accessToken()).get("sid").getAsString();

        assertRefused(withBearer("DELETE", "/api/sessions/" + other, header));
        assertRefused(withBearer("DELETE", "/api/account", header));
        assertRefused(withBearer("DELETE", "/api/google/grant", header));

        Answers.fine(browser.refresh());
    }

    /** A program that is no browser sends no header about sites. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: x", "Sec-Fetch-Site: same-origin", "Origin: <own>"})
    void deleteWhenAProgramOrOurPageAsksThenItIsDone(String header) {
        assertEquals(204, withBearer("DELETE", "/api/sessions", header).statusCode());
    }

    /** No page can use JSON as a script, a picture or a frame. */
    @ParameterizedTest
    @ValueSource(strings = {"script", "image", "style", "iframe", "object", "embed", "audio", "worker", "font"})
    void apiWhenEmbeddedInAPageThenItIsRefused(String destination) {
        assertRefused(withBearer("GET", "/api/account", "Sec-Fetch-Dest: " + destination));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/account", "/api/drive/files", "/auth/token/refresh", "/auth/logout", "/auth/login",
        "/.well-known/jwks.json", "/", "/nothing.js", "/installation/logo", "/metrics", "/metrics?scope=base", "/metrics?scope=x",
        "/health", "/health/ready", "/health/live", "/health/started", "/openapi", "/openapi?format=json", "/openapi/ui/",
        "/jwt/ibm/api/defaultJWT/jwk", "/ibm/api/", "/ibm_security_logout", "/j_security_check"})
    void answerWhenAnotherOriginAsksThenItNeverGrantsCors(String path) {
        for (String origin : List.of("https://evil.example", "null", "http://localhost:4200",
                stage.holdfast().origin() + ".evil.example")) {
            for (String method : List.of("GET", "OPTIONS", "POST")) {
                HttpResponse<String> response = Browser.exchange(HttpRequest.newBuilder(browser.at(path))
                        .header("Origin", origin).header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization")
                        .method(method, BodyPublishers.noBody()).build());
                assertFalse(response.headers().map().keySet().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-")),
                        () -> method + " " + response.headers().map());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/account", "/api/nothing", "/auth/token/refresh", "/auth/login"})
    void answerWhenItDependsOnWhoAsksThenItSaysSo(String path) {
        for (HttpResponse<String> response : List.of(browser.get(path), withBearer("GET", path, "Sec-Fetch-Dest: script"))) {
            Set<String> vary = Set.of(String.join(",", response.headers().allValues("Vary")).split(",\\s*"));
            assertTrue(vary.containsAll(Set.of("Origin", "Sec-Fetch-Site")), vary::toString);
            assertEquals("same-origin", response.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""));
            assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files", "/account", "/login?reason=idle"})
    void pageWhenReachedByALinkElsewhereThenItIsServed(String path) {
        HttpResponse<String> response = Browser.exchange(HttpRequest.newBuilder(browser.at(path))
                .header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document").build());

        Answers.fine(response);
    }

    private HttpResponse<String> withBearer(String method, String path, String header) {
        HttpRequest.Builder request = request(method, path, List.of(header));
        return Browser.exchange(request.header("Authorization", "Bearer " + browser.accessToken()).build());
    }

    private HttpResponse<String> withHeaders(Browser sender, String method, String path, List<String> headers) {
        return sender.keepingCookies(request(method, path, headers));
    }

    private HttpRequest.Builder request(String method, String path, List<String> headers) {
        URI own = stage.holdfast().origin();
        HttpRequest.Builder request = HttpRequest.newBuilder(browser.at(path)).method(method, BodyPublishers.noBody());
        for (String header : headers) {
            String[] pair = header.split(": ", 2);
            request.header(pair[0], pair[1].replace("<own>", own.toString()).replace("<port>", "" + own.getPort()));
        }
        return request;
    }

    private static void assertRefused(HttpResponse<String> response) {
        Answers.problem(response, 403, "cross_site_request");
        assertTrue(SetCookie.all(response).isEmpty(), "the cookie stays as it is");
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    }
}
