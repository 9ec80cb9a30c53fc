package dev.holdfast.journeys.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to Google and back (security groups A01 to A18 where nothing goes wrong). */
@Order(1)
@OnStage
class SignInIT {

    private static final String ALWAYS_ASKED = "openid email profile https://www.googleapis.com/auth/drive.readonly";

    private Stage stage;
    private Browser browser;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        browser = stage.browser();
    }

    @Test
    void signInWhenEverythingIsAllowedThenProfileGrantAndFilesAreThere() {
        Guest guest = Guest.arriving(stage, People.ADA);

        JsonObject account = Browser.json(guest.browser().get("/api/account"));
        assertEquals(Set.of("id", "email", "name", "picture", "hosted_domain", "created_at"), account.keySet());
        assertEquals(People.ADA, account.get("email").getAsString());
        assertEquals("Ada Okafor", account.get("name").getAsString());
        assertTrue(account.get("hosted_domain").isJsonNull());
        assertEquals("active", guest.grantStatus());
        assertFalse(Browser.json(guest.files()).getAsJsonArray("files").isEmpty());
        assertEquals(List.of("signed_in"), guest.timeline());
    }

    @Test
    void loginWhenAskedThenTheAuthorizationRequestIsComplete() {
        Query asked = Query.of(browser.goToGoogle("/auth/login?return_to=/files&login_hint=" + People.ADA));

        assertEquals("code", asked.get("response_type"));
        assertEquals(stage.google().clientId(), asked.get("client_id"));
        assertEquals(stage.holdfast().origin() + "/auth/callback", asked.get("redirect_uri"));
        assertEquals(Set.of(ALWAYS_ASKED.split(" ")), Set.of(asked.get("scope").split(" ")));
        assertEquals("offline", asked.get("access_type"));
        assertEquals("true", asked.get("include_granted_scopes"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(People.ADA, asked.get("login_hint"));
        assertFalse(asked.has("prompt"), "nobody is asked twice for consent");
        assertEquals(43, asked.get("state").length());
    }

    /** RFC 7636 sections 4.1 and 4.2. */
    @Test
    void callbackWhenTheCodeIsExchangedThenTheVerifierIsTheOneOfTheChallenge() throws GeneralSecurityException {
        URI request = browser.goToGoogle("/auth/login");
        browser.comeBack(request, People.ADA, "all");

        Journal.Entry exchange = stage.google().journal().entries(StandInArea.EXCHANGE).get(0);
        String verifier = exchange.form().get("code_verifier").get(0);
        assertTrue(verifier.matches("[A-Za-z0-9._~-]{43,128}"), verifier);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertEquals(Query.of(request).get("code_challenge"), Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void loginWhenStartedAHundredTimesThenNothingRepeats() {
        Set<String> values = new HashSet<>();
        for (int start = 0; start < 100; start++) {
            Query asked = Query.of(stage.browser().goToGoogle("/auth/login"));
            values.addAll(List.of(asked.get("state"), asked.get("nonce"), asked.get("code_challenge")));
        }
        assertEquals(300, values.size());
    }

    @Test
    void loginWhenAScopeIsNotOfferedThenItIsNotAsked() {
        String scope = Query.of(browser.goToGoogle("/auth/login?scope=https://mail.google.com/+openid")).get("scope");

        assertEquals(Set.of(ALWAYS_ASKED.split(" ")), Set.of(scope.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "X-Forwarded-Server: evil.example",
        "Forwarded: host=evil.example;proto=https", "X-Forwarded-Proto: https", "X-Forwarded-Port: 4443"})
    void loginWhenAForwardedHeaderIsForgedThenTheRedirectUriIsTheConfiguredOne(String forged) {
        URI origin = stage.holdfast().origin();
        RawHttp.Answer answer = RawHttp.send(origin, "GET /auth/login HTTP/1.1", "Host: " + origin.getAuthority(), forged);

        assertEquals(302, answer.status());
        Query asked = Query.of(URI.create(answer.header("Location").orElseThrow()));
        assertEquals(origin + "/auth/callback", asked.get("redirect_uri"));
    }

    @ParameterizedTest
    @CsvSource({"/auth/login, 302", "'/auth/callback?state=x&code=y', 303"})
    void signInWhenTheHostHeaderIsForgedThenItIsNowhereInTheAnswer(String path, int status) {
        RawHttp.Answer answer = RawHttp.send(stage.holdfast().origin(), "GET " + path + " HTTP/1.1",
                "Host: evil.example");

        assertTrue(answer.status() == status || answer.status() >= 400 && answer.status() < 500, () -> "" + answer);
        assertFalse(answer.toString().contains("evil"), answer::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "/files, /files",
        "/files?q=a%20b#top, /files?q=a%20b#top",
        "/account, /account",
        "//evil.example, /",
        "///evil.example, /",
        "/\\evil.example, /",
        "/\\/evil.example, /",
        "/%2f%2fevil.example, /",
        "/%5cevil.example, /",
        "https:evil.example, /",
        "https://evil.example/, /",
        "javascript:alert(1), /",
        "evil.example, /",
        "/./../evil, /",
        "/.//evil.example, /",
        "/auth/login, /",
        "/api/account, /",
        "/%61pi/account, /",
        "/health, /",
        "/openapi/ui/, /",
        "/ibm_security_logout?logoutExitPage=/x, /"})
    void callbackWhenAReturnPathWasGivenThenOnlyOurOwnPagesAreReached(String returnTo, String reached) {
        HttpResponse<String> back = comeBackTo(returnTo);

        assertEquals(stage.holdfast().origin() + reached, location(back));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t//evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", "\u0000/",
        "/\u2028/evil", "\\\\evil.example", ""})
    void callbackWhenTheReturnPathHidesSomethingThenItLeadsHome(String returnTo) {
        assertEquals(stage.holdfast().origin() + "/", location(comeBackTo(returnTo)));
    }

    private HttpResponse<String> comeBackTo(String returnTo) {
        URI request = browser.goToGoogle("/auth/login?return_to=" + Query.encode(returnTo));
        return browser.comeBack(request, People.ADA, "all");
    }

    /** RFC 9700 sections 4.2 and 4.12. */
    @Test
    void callbackWhenItAnswersThenNothingOfTheCodeStaysInTheAddressBar() {
        URI callback = browser.answerOfGoogle(browser.goToGoogle("/auth/login?return_to=/files"), People.ADA, "all");
        HttpResponse<String> back = browser.arrive(callback);

        assertEquals(303, back.statusCode());
        assertEquals(stage.holdfast().origin() + "/files", location(back));
        assertEquals("no-referrer", back.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", back.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("", back.body());
        assertFalse(back.headers().map().toString().contains(Query.of(callback).get("code")));
    }

    @Test
    void signInWhenBegunAndFinishedThenItsCookiesAreNarrowAndShort() {
        HttpResponse<String> out = browser.navigate(browser.at("/auth/login"));
        SetCookie flow = SetCookie.of(out);
        assertTrue(flow.name().startsWith("holdfast-signin-"), flow.name());
        assertEquals(600, flow.maxAge());
        assertEquals(Set.of("Path=/", "HttpOnly", "SameSite=Lax"), flow.attributes());

        HttpResponse<String> back = browser.comeBack(URI.create(location(out)), People.ADA, "all");
        List<SetCookie> cookies = SetCookie.all(back);
        assertTrue(cookies.stream().filter(cookie -> cookie.name().equals(flow.name())).allMatch(SetCookie::isDeletion));
        SetCookie session = cookies.stream().filter(cookie -> cookie.name().equals("holdfast")).findFirst().orElseThrow();
        assertEquals(Set.of("Path=/", "HttpOnly", "SameSite=Strict"), session.attributes());
        assertEquals(2, cookies.size());
        assertEquals(Set.of("holdfast"), browser.cookies().keySet());
    }

    @Test
    void loginWhenFourFlowsAreOpenThenTheOldestGoes() {
        URI oldest = browser.goToGoogle("/auth/login");
        String oldestCookie = browser.cookies().keySet().iterator().next();
        List<URI> others = IntStream.range(0, 4)
                .mapToObj(flow -> browser.goToGoogle("/auth/login?return_to=/files")).toList();

        assertEquals(4, browser.cookies().size());
        assertFalse(browser.cookies().containsKey(oldestCookie));
        assertEquals(stage.holdfast().origin() + "/login?reason=cookies_missing",
                location(browser.comeBack(oldest, People.ADA, "all")));
        for (URI other : others) {
            assertEquals(stage.holdfast().origin() + "/files", location(browser.comeBack(other, People.ADA, "all")));
        }
    }

    @Test
    void loginWhenTheReturnPathIsLongThenTheCookieStaysUnderTwoKilobytes() {
        HttpResponse<String> out = browser.navigate(browser.at("/auth/login?login_hint=" + "h".repeat(300)
                + "&scope=" + "s".repeat(3000) + "&return_to=/" + "p".repeat(3000)));

        assertEquals(302, out.statusCode());
        assertTrue(SetCookie.of(out).length() < 2000);
    }

    @Test
    void signInWhenTheBrowserHasASessionThenItIsSignedOutAndAnotherBegins() {
        Guest guest = Guest.arriving(stage, People.ADA);
        Browser before = guest.browser().copy();
        String firstSession = Jws.claims(guest.browser().accessToken()).get("sid").getAsString();

        guest.signIn();

        assertNotEquals(firstSession, Jws.claims(guest.browser().accessToken()).get("sid").getAsString());
        Answers.over(before.refresh(), "session_ended", "signed_out");
        Answers.problem(before.get("/api/account"), 401, "session_ended");
        assertEquals(List.of("signed_in", "session_ended:signed_out", "signed_in"), guest.timeline());
        assertEquals(1, Browser.json(guest.browser().get("/api/sessions")).getAsJsonArray("sessions").size());
    }

    /** A navigation from another site does not carry the session's cookie, so the first refresh ends that session. */
    @Test
    void signInWhenALinkElsewhereBeganItThenThePreviousSessionEndsAsWell() {
        Guest guest = Guest.arriving(stage, People.ADA);
        Browser before = guest.browser().copy();

        assertEquals(stage.holdfast().origin() + "/files", location(signInFromElsewhere(guest.browser())));
        assertEquals(200, guest.browser().refresh().statusCode());

        Answers.over(before.refresh(), "session_ended", "signed_out");
        Answers.problem(before.get("/api/account"), 401, "session_ended");
        assertEquals(Set.of("holdfast"), guest.browser().cookies().keySet());
        Answers.fine(guest.browser().refresh());
        assertEquals(1, Browser.json(guest.browser().get("/api/sessions")).getAsJsonArray("sessions").size());
        assertEquals(List.of("session_ended:signed_out", "signed_in", "signed_in"), guest.timeline());
    }

    @Test
    void signInWhenALinkElsewhereBeganItAndTheFirstRefreshIsRepeatedThenNothingIsLost() {
        Guest guest = Guest.arriving(stage, People.ADA);
        signInFromElsewhere(guest.browser());
        Browser again = guest.browser().copy();

        assertEquals(200, guest.browser().refresh("one-refresh-of-mine-0001").statusCode());
        assertEquals(200, again.refresh("one-refresh-of-mine-0001").statusCode());

        assertEquals(guest.browser().cookies(), again.cookies());
    }

    @Test
    void signInWhenALinkElsewhereBeganItAndThePersonLeavesAtOnceThenBothSessionsEnd() {
        Guest guest = Guest.arriving(stage, People.ADA);
        Browser before = guest.browser().copy();
        signInFromElsewhere(guest.browser());
        Browser arrived = guest.browser().copy();

        assertEquals(204, guest.browser().logout().statusCode());

        assertTrue(guest.browser().cookies().isEmpty(), guest.browser().cookies()::toString);
        Answers.over(before.refresh(), "session_ended", "signed_out");
        Answers.over(arrived.refresh(), "session_ended", "signed_out");
    }

    @Test
    void signInWhenTwoBeganElsewhereAndOneHereThenEveryFormerSessionEnds() {
        Guest guest = Guest.arriving(stage, People.ADA);
        Browser before = guest.browser().copy();
        signInFromElsewhere(guest.browser());
        Browser arrived = guest.browser().copy();
        arrived.cookies().remove("holdfast");

        guest.signIn();

        Answers.over(before.refresh(), "session_ended", "signed_out");
        Answers.over(arrived.refresh(), "session_ended", "signed_out");
        assertEquals(Set.of("holdfast"), guest.browser().cookies().keySet());
    }

    private HttpResponse<String> signInFromElsewhere(Browser person) {
        HttpResponse<String> out = person.followLink(person.at("/auth/login?return_to=/files"));
        return person.comeBack(URI.create(location(out)), People.ADA, "all");
    }

    /** Pages of other sites may begin sign-ins, but displace none. */
    @Test
    void loginWhenAnotherSiteBeginsFourThenTheOneUnderWayFinishes() {
        URI own = browser.goToGoogle("/auth/login?return_to=/account");
        for (int link = 0; link < 3; link++) {
            assertEquals(302, browser.followLink(browser.at("/auth/login")).statusCode());
        }

        HttpResponse<String> fourth = browser.followLink(browser.at("/auth/login?return_to=/files"));
        assertEquals(303, fourth.statusCode());
        assertEquals(stage.holdfast().origin() + "/login?return_to=%2Ffiles", location(fourth));
        assertTrue(SetCookie.all(fourth).isEmpty());

        browser.goToGoogle("/auth/login?return_to=/files");
        assertEquals(4, browser.cookies().size());
        assertEquals(stage.holdfast().origin() + "/account", location(browser.comeBack(own, People.ADA, "all")));
    }

    /** A planted value is worth nothing after the sign-in. */
    @Test
    void signInWhenACookieWasPlantedThenASessionOfItsOwnBegins() {
        Guest thief = Guest.arriving(stage, People.BRUNO);
        browser.cookies().putAll(thief.browser().cookies());
        String planted = browser.cookies().get("holdfast");

        browser.signIn(People.ADA);

        assertNotEquals(planted, browser.cookies().get("holdfast"));
        Answers.over(thief.browser().refresh(), "session_ended", "signed_out");
        assertEquals(People.ADA, Browser.json(browser.get("/api/account")).get("email").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "frame", "embed", "object", "image", "script"})
    void loginWhenAskedFromInsideAPageThenItIsRefused(String destination) {
        HttpResponse<String> refused = Browser.exchange(HttpRequest.newBuilder(browser.at("/auth/login"))
                .header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Dest", destination).build());

        Answers.problem(refused, 403, "cross_site_request");
        assertTrue(SetCookie.all(refused).isEmpty());
    }

    @Test
    void loginWhenReachedByALinkElsewhereThenItLeadsToGoogle() {
        HttpResponse<String> out = Browser.exchange(HttpRequest.newBuilder(browser.at("/auth/login"))
                .header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document").build());

        assertEquals(302, out.statusCode());
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
