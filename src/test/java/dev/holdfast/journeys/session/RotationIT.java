package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The refresh cookie and its rotation (security group D; RFC 9700 section 4.14.2). */
@OnStage
class RotationIT {

    private static final String ONE_KEY = "one-refresh-of-mine-0001";
    private static final String ANOTHER_KEY = "one-refresh-of-mine-0002";

    private Stage stage;
    private Guest guest;
    private Browser browser;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        guest = Guest.arriving(stage, People.ADA);
        browser = guest.browser();
    }

    @Test
    void refreshWhenTheCookieIsGoodThenItIsRotatedAndTheAnswerHasTheContractsShape() {
        String before = cookie(browser);
        HttpResponse<String> response = browser.refresh();

        Answers.fine(response);
        JsonObject answer = Browser.json(response);
        assertEquals(Set.of("access_token", "token_type", "expires_in", "session_id", "session_expires_at",
                "session_ends_at"), answer.keySet());
        assertEquals("Bearer", answer.get("token_type").getAsString());
        assertEquals(300, answer.get("expires_in").getAsInt());
        assertEquals(Jws.claims(browser.accessToken()).get("sid"), answer.get("session_id"));
        Duration idle = Duration.between(Instant.now(), Instant.parse(answer.get("session_expires_at").getAsString()));
        assertTrue(idle.toHours() >= 7 * 24 - 1 && idle.toHours() <= 7 * 24, idle::toString);
        Duration most = Duration.between(Instant.now(), Instant.parse(answer.get("session_ends_at").getAsString()));
        assertTrue(most.toHours() >= 30 * 24 - 1 && most.toHours() <= 30 * 24, most::toString);
        assertEquals("application/json", response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        SetCookie rotated = SetCookie.of(response);
        assertEquals("holdfast", rotated.name());
        assertEquals(Set.of("Path=/", "HttpOnly", "SameSite=Strict"), rotated.attributes());
        assertTrue(Math.abs(rotated.maxAge() - Duration.ofDays(30).toSeconds()) < 600, rotated::toString);
        assertNotEquals(before, rotated.value());
    }

    /** A thief in the page gets the access token, but nothing that lasts. */
    @Test
    void refreshWhenItAnswersThenTheRefreshTokenIsInTheCookieAlone() {
        HttpResponse<String> response = browser.refresh();

        assertFalse(response.body().contains(cookie(browser)));
        assertFalse(response.body().replace(browser.accessToken(), "").contains("eyJ"), "one token");
        assertFalse(response.headers().map().toString().contains(browser.accessToken()));
        JsonObject claims = Jws.claims(cookie(browser));
        assertEquals("rt+jwt", Jws.header(cookie(browser)).get("typ").getAsString());
        assertEquals("holdfast/refresh", claims.get("aud").getAsString());
        assertTrue(claims.keySet().containsAll(Set.of("sid", "gen", "exp")), claims::toString);
        assertEquals(Jws.claims(browser.accessToken()).get("sub"), claims.get("sub"));
        assertFalse(claims.has("upn") || claims.has("email"), claims::toString);
    }

    /** The sign-in decides on the rights of a session; a refresh cannot ask for more. */
    @ParameterizedTest
    @ValueSource(strings = {"scope=openid+admin", "groups=admin", "sub=somebody-else", "grant_type=password"})
    void refreshWhenMoreIsAskedForThenTheTokenSaysWhatItSaidBefore(String more) {
        JsonObject before = Jws.claims(browser.accessToken());

        HttpResponse<String> response = browser.keepingCookies(browser.post("/auth/token/refresh?" + more)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(more)));

        Answers.fine(response);
        JsonObject after = Jws.claims(Browser.json(response).get("access_token").getAsString());
        for (String claim : Set.of("sub", "groups", "sid", "aud", "client_id")) {
            assertEquals(before.get(claim), after.get(claim), claim);
        }
    }

    @Test
    void refreshWhenThereIsNoCookieThenTheVisitorIsAnonymous() {
        HttpResponse<String> response = stage.browser().refresh();

        assertEquals(204, response.statusCode());
        assertEquals("", response.body());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(SetCookie.all(response).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifteen-chars-x", "", "sixteen chars or", "umlaut-in-a-key-\u00e4\u00f6\u00fc"})
    void refreshWhenTheIdempotencyKeyIsMalformedThenNothingIsRotated(String key) {
        String before = cookie(browser);
        RawHttp.Answer answer = RawHttp.send(stage.holdfast().origin(), "POST /auth/token/refresh HTTP/1.1",
                "Host: " + stage.holdfast().origin().getAuthority(), "Sec-Fetch-Site: same-origin", "Content-Length: 0",
                "Cookie: holdfast=" + before, "Idempotency-Key: " + key);

        assertEquals(400, answer.status(), answer::toString);
        assertTrue(answer.body().contains("\"invalid_request\""), answer::toString);
        assertEquals("no-store", answer.header("Cache-Control").orElse(""));
        assertTrue(answer.header("Set-Cookie").isEmpty());
        assertEquals(generation(before) + 1, generationAfterRefresh());
    }

    @Test
    void refreshWhenTheIdempotencyKeyIsLongOrDoubledThenItIsRefused() {
        Answers.problem(browser.refresh("k".repeat(129)), 400, "invalid_request");
        Answers.problem(browser.keepingCookies(browser.post("/auth/token/refresh").header("Idempotency-Key", ONE_KEY)
                .header("Idempotency-Key", ANOTHER_KEY)), 400, "invalid_request");
        Answers.fine(browser.refresh("k".repeat(128)));
        Answers.fine(browser.refresh(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH"})
    void refreshWhenTheMethodIsNotPostThenNothingHappens(String method) {
        HttpResponse<String> response = browser.keepingCookies(browser.post("/auth/token/refresh")
                .method(method, BodyPublishers.noBody()));

        assertEquals(405, response.statusCode());
        Set<String> allowed = Set.of(response.headers().firstValue("Allow").orElseThrow().split(",\\s*"));
        assertTrue(allowed.contains("POST") && !allowed.contains("GET"), allowed::toString);
        assertTrue(SetCookie.all(response).isEmpty());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void refreshWhenASpentTokenComesThenTheWholeFamilyIsOver() {
        Browser thief = browser.copy();
        browser.refresh();
        browser.refresh();
        Answers.fine(browser.get("/api/account"));
        Guest elsewhere = guest.elsewhere();

        HttpResponse<String> detected = thief.refresh();

        Answers.over(detected, "session_ended", "token_reused");
        assertEquals("no-store", detected.headers().firstValue("Cache-Control").orElse(""));
        Answers.over(browser.refresh(), "session_ended", "token_reused");
        Answers.over(browser.get("/api/account"), "session_ended", "token_reused");
        assertEquals(List.of("session_ended:token_reused", "token_reuse_detected"),
                elsewhere.timeline().stream().filter(event -> !event.equals("signed_in")).toList());
        Answers.fine(elsewhere.browser().refresh());
    }

    /** A request that is delivered late or twice gets no token, and ends no session. */
    @Test
    void refreshWhenTheSuccessorWasUsedThenALateCopyOfItsRequestIsSupersededAndEndsNothing() {
        Browser before = browser.copy();
        browser.refresh(ONE_KEY);
        Browser reloaded = browser.copy();
        browser.refresh(ANOTHER_KEY);
        String current = cookie(browser);

        for (Browser late : List.of(before, reloaded)) {
            HttpResponse<String> answer = late.refresh(ONE_KEY);
            Answers.problem(answer, 409, "refresh_superseded");
            assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
            assertTrue(SetCookie.all(answer).isEmpty());
        }

        Answers.fine(browser.get("/api/account"));
        Answers.fine(browser.refresh(ANOTHER_KEY));
        assertEquals(current, cookie(browser), "nothing was rotated");
        Answers.over(before.refresh(ANOTHER_KEY), "session_ended", "token_reused");
    }

    /** A rotation with a key is repeated for that key alone, however soon the previous token comes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refreshWhenTheRotationHadAKeyThenItsPredecessorIsTheftWithAnotherOrNone(boolean withKey) {
        Browser thief = browser.copy();
        Answers.fine(browser.refresh(ONE_KEY));

        Answers.over(thief.refresh(withKey ? ANOTHER_KEY : null), "session_ended", "token_reused");

        Answers.over(browser.refresh(), "session_ended", "token_reused");
    }

    @Test
    void refreshWhenTheAnswerWasLostThenTheSameKeyGetsTheSameSuccessor() {
        Browser lost = browser.copy();
        lost.refresh(ONE_KEY);

        Answers.fine(browser.refresh(ONE_KEY));

        assertEquals(cookie(lost), cookie(browser));
        Answers.fine(browser.get("/api/account"));
        Answers.fine(browser.refresh(ANOTHER_KEY));
    }

    @Test
    void refreshWhenTwoTabsPresentOneTokenWithoutKeysThenBothGetTheSameSuccessor() {
        Browser otherTab = browser.copy();
        browser.refresh(null);

        Answers.fine(otherTab.refresh(null));

        assertEquals(cookie(browser), cookie(otherTab));
    }

    /** A thief came just before the owner, who sends a key. */
    @Test
    void refreshWhenOneWithoutAKeyCameJustBeforeThenTheSessionEnds() {
        Browser thief = browser.copy();
        Answers.fine(thief.refresh(null));

        Answers.over(browser.refresh(ANOTHER_KEY), "session_ended", "token_reused");
    }

    /** The cookie had arrived, the body had not. */
    @Test
    void refreshWhenTheCurrentTokenComesWithTheLastKeyThenNothingRotates() {
        browser.refresh(ONE_KEY);
        String current = cookie(browser);

        HttpResponse<String> repeated = browser.refresh(ONE_KEY);

        Answers.fine(repeated);
        assertEquals(current, cookie(browser));
        Answers.fine(browser.refresh(ANOTHER_KEY));
        assertEquals(generation(current) + 1, generation(cookie(browser)));
    }

    @Test
    void refreshWhenFiftyComeAtOnceThenThereIsOneSuccessor() throws InterruptedException, ExecutionException {
        long before = generation(cookie(browser));
        List<Browser> tabs = IntStream.range(0, 50).mapToObj(tab -> browser.copy()).toList();

        List<HttpResponse<String>> responses = atOnce(tabs.stream()
                .<Callable<HttpResponse<String>>>map(tab -> () -> tab.refresh(null)).toList());

        responses.forEach(Answers::fine);
        Set<String> successors = tabs.stream().map(RotationIT::cookie).collect(Collectors.toSet());
        assertEquals(1, successors.size());
        assertEquals(before + 1, generation(successors.iterator().next()));
        Answers.fine(tabs.get(17).get("/api/account"));
        Browser behind = tabs.get(1).copy();
        Answers.fine(tabs.get(0).refresh());
        assertEquals(before + 2, generation(cookie(tabs.get(0))), "one successor, and it is good");
        Answers.fine(tabs.get(0).refresh());
        Answers.over(behind.refresh(), "session_ended", "token_reused");
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<T>> answers = threads.invokeAll(calls);
            List<T> values = new ArrayList<>();
            for (Future<T> answer : answers) {
                values.add(answer.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }

    private long generationAfterRefresh() {
        Answers.fine(browser.refresh());
        return generation(cookie(browser));
    }

    private static String cookie(Browser browser) {
        return browser.cookies().get("holdfast");
    }

    private static long generation(String refreshToken) {
        return Jws.claims(refreshToken).get("gen").getAsLong();
    }
}
