package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.Workplace;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends by time (security group D06, D08), the people who may sign in (B07), and the effects of https (A13, D02, G02). */
@Order(3)
@Isolated
class WorkplaceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ONE_KEY = "one-refresh-of-mine-0001";

    private Workplace workplace;
    private Control google;
    private Browser browser;

    @BeforeEach
    void enter() {
        workplace = Workplace.shared();
        google = workplace.google().control();
        browser = workplace.browser();
    }

    @Test
    void signInWhenThePublicUrlIsHttpsThenEveryCookieIsForThisHostAlone() {
        HttpResponse<String> out = browser.navigate(browser.at("/auth/login"));
        SetCookie flow = SetCookie.of(out);
        assertTrue(flow.name().startsWith("__Host-Http-holdfast-signin-"), flow.name());
        assertEquals(Set.of("Path=/", "HttpOnly", "SameSite=Lax", "Secure"), flow.attributes());

        URI request = URI.create(location(out));
        assertEquals(Workplace.ORIGIN + "/auth/callback", Query.of(request).get("redirect_uri"));
        HttpResponse<String> back = browser.comeBack(request, People.BRUNO, "all");
        assertEquals(Workplace.ORIGIN + "/", location(back));
        HttpResponse<String> refreshed = browser.refresh();
        Answers.fine(refreshed);
        SetCookie session = SetCookie.of(refreshed);
        assertEquals(Workplace.COOKIE, session.name());
        assertEquals(Set.of("Path=/", "HttpOnly", "SameSite=Strict", "Secure"), session.attributes());
        assertTrue(session.maxAge() <= Workplace.ABSOLUTE.toSeconds(), session::toString);
        assertEquals(Workplace.ORIGIN.toString(), Jws.claims(browser.accessToken()).get("iss").getAsString());
    }

    /** Incremental consent: one page for the new scope, never {@code prompt=consent}, and no earlier scope is lost. */
    @Test
    void signInWhenAnOptionalScopeIsAddedThenOneRoundBringsItAndWhatWasThereStays() {
        signIn();
        workplace.google().counts().reset();
        URI request = browser.goToGoogle("/auth/login?scope=" + Query.encode(Workplace.OPTIONAL_SCOPE));
        assertFalse(Query.of(request).has("prompt"), request::toString);

        browser.comeBack(request, People.BRUNO, "all");
        browser.refresh();
        assertEquals(1, workplace.google().counts().of(StandInArea.EXCHANGE));
        workplace.google().control().killAccessTokens(People.BRUNO);
        assertEquals(200, browser.get("/api/drive/files").statusCode());
        JsonObject grant = Browser.json(browser.get("/api/google/grant"));
        assertEquals("active", grant.get("status").getAsString());
        Set<String> scopes = new HashSet<>();
        grant.getAsJsonArray("scopes").forEach(scope -> scopes.add(scope.getAsString()));
        assertTrue(scopes.containsAll(Set.of(Workplace.OPTIONAL_SCOPE, "https://www.googleapis.com/auth/drive.readonly")),
                scopes::toString);

        signIn();
        assertEquals(2, workplace.google().counts().of(StandInArea.EXCHANGE), "and nobody is asked again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing.js", "/api/account", "/auth/nothing", "/.well-known/jwks.json"})
    void answerWhenThePublicUrlIsHttpsThenBrowsersInsistOnIt(String path) {
        String hsts = browser.get(path).headers().firstValue("Strict-Transport-Security").orElse("");

        assertTrue(hsts.matches("max-age=\\d{8,}; includeSubDomains"), hsts);
    }

    /** Any client can write what stands before the address that our proxy has seen. */
    @Test
    void sessionsWhenAProxyOfOursBringsThemThenTheAddressIsTheClients() {
        browser.forwardedFor("192.0.2.66, 203.0.113.9, 10.7.7.7");
        signIn();

        assertEquals("203.0.113.9", address(browser));
    }

    static String address(Browser browser) {
        return Browser.json(browser.get("/api/sessions")).getAsJsonArray("sessions").get(0).getAsJsonObject()
                .get("address").getAsString();
    }

    /** The organisation has decided that its own mistake at Google ends no session. */
    @Test
    void filesWhenTheClientIsRejectedThenSessionsStayAndOperatorsAreToldInEveryWay() {
        google.set(Switch.EXPIRES_IN, People.BRUNO, "1");
        google.fault(StandInArea.REFRESH, FaultKind.INVALID_CLIENT, People.BRUNO, Control.ALWAYS);
        double before = workplace.metric("holdfast_google_client_rejected_total");
        signIn();
        HoldfastServer.await(1_100);

        Answers.later(browser.get("/api/drive/files"), 503, "google_unavailable");
        Answers.later(browser.get("/api/drive/files"), 503, "google_unavailable");

        assertEquals("client_rejected", Browser.json(browser.get("/api/google/grant")).get("status").getAsString());
        Answers.fine(browser.refresh());
        assertEquals(1, workplace.google().counts().of(StandInArea.REFRESH, People.BRUNO));
        assertTrue(browser.get("/api/account/activity").body().contains("\"type\":\"grant_refresh_failed\",\"reason\":\"invalid_client\""));
        assertEquals(before + 1, workplace.metric("holdfast_google_client_rejected_total"));
        HttpResponse<String> ready = browser.get("/health/ready");
        assertEquals(200, ready.statusCode());
        assertTrue(ready.body().contains("rejected") && ready.body().contains("invalid_client"), ready::body);
    }

    /**
     * The check-up runs soon after the start, without being asked for. It finds an embedded database behind a public
     * address.
     */
    @Test
    void startWhenSomethingIsNotWellThenTheLogSaysSoAndNamesTheCure() {
        Eventually.holds(Duration.ofSeconds(40), "the check-up has been made", () ->
                workplace.log().contains("HF1001 Check-up, database (warning)") && workplace.log().contains("Cure: Take PostgreSQL"));
    }

    @Test
    void pageWhenAnInstallationHasWordsOfItsOwnThenItBringsThemAsText() {
        HttpResponse<String> page = browser.navigate(browser.at("/files"));

        String name = "Fernhill&#39;s &quot;&lt;i&gt;Files&lt;/i&gt;&quot; &amp; more";
        assertTrue(page.body().contains("<title>" + name + "</title>"), page.body());
        Matcher words = Pattern.compile("<meta name=\"holdfast-installation\" content=\"([^\"]*)\"").matcher(page.body());
        assertTrue(words.find(), page.body());
        JsonObject installation = JsonParser.parseString(words.group(1).replace("&quot;", "\"").replace("&#39;", "'")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).getAsJsonObject();
        assertEquals(Workplace.NAME, installation.get("name").getAsString());
        assertEquals("/installation/logo", installation.get("logo").getAsString());
        assertEquals("#7b1fa2", installation.get("color").getAsString());
        assertEquals("https://fernhill.example/privacy?a=1&b=2", installation.get("privacy").getAsString());
        assertTrue(installation.get("terms").isJsonNull());
        assertEquals("mailto:help@fernhill.example", installation.get("support").getAsString());
        assertEquals(Workplace.ORIGIN.toString(), installation.get("public_url").getAsString());
        assertFalse(installation.get("watch_refreshes").getAsBoolean());
    }

    /** A picture, even one with a script in it, cannot run as a document of ours. */
    @Test
    void logoWhenOpenedByItselfThenItIsAPictureWithoutRights() {
        HttpResponse<String> logo = browser.navigate(browser.at("/installation/logo"));

        Answers.fine(logo);
        assertEquals(Workplace.LOGO, logo.body());
        assertEquals("image/svg+xml", logo.headers().firstValue("Content-Type").orElse(""));
        assertEquals("nosniff", logo.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
                logo.headers().firstValue("Content-Security-Policy").orElse(""));
    }

    @Test
    void loginWhenAnOptionalScopeIsNamedThenItIsAskedForToo() {
        Query asked = Query.of(browser.goToGoogle("/auth/login?scope=" + Query.encode(Workplace.OPTIONAL_SCOPE)));

        assertTrue(Set.of(asked.get("scope").split(" ")).contains(Workplace.OPTIONAL_SCOPE));
        assertTrue(Set.of(asked.get("scope").split(" ")).contains("openid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {People.ADA, People.DMITRI})
    void signInWhenTheAccountIsOfNoAllowedDomainThenItIsNotLetIn(String person) {
        assertNotAllowed(person);
    }

    /** Checked at every sign-in, by the {@code hd} claim: the result of the last sign-in does not count. */
    @Test
    void signInWhenTheAccountHasLeftTheDomainThenItIsNotLetInAgain() {
        signIn();
        google.changeHostedDomain(People.BRUNO, null);

        assertNotAllowed(People.BRUNO);

        google.changeHostedDomain(People.BRUNO, "fernhill.example.evil.example");
        assertNotAllowed(People.BRUNO);
        google.changeHostedDomain(People.BRUNO, "FERNHILL.example");
        signIn();
    }

    @Test
    void signInWhenTheAddressIsNotVerifiedThenTheDomainDoesNotCount() {
        google.idToken(IdTokenFault.EMAIL_UNVERIFIED);

        assertNotAllowed(People.BRUNO);
    }

    private void assertNotAllowed(String person) {
        HttpResponse<String> back = browser.comeBack(browser.goToGoogle("/auth/login"), person, "all");

        assertEquals(Workplace.ORIGIN + "/login?reason=account_not_allowed", location(back));
        assertTrue(SetCookie.all(back).stream().allMatch(SetCookie::isDeletion));
    }

    @Test
    void sessionWhenItIsNotRefreshedThenItIsIdleAndThenOver() {
        signIn();
        Browser keeper = workplace.browser();
        keeper.signIn(People.BRUNO);

        Eventually.holds(PATIENCE, "only the refreshed session is left", () -> sessionsAfterRefresh(keeper).size() == 1);

        assertOver("idle", browser.refresh());
        Answers.fine(keeper.refresh());
    }

    private static JsonArray sessionsAfterRefresh(Browser keeper) {
        Answers.fine(keeper.refresh());
        return Browser.json(keeper.get("/api/sessions")).getAsJsonArray("sessions");
    }

    /** Rotation never moves the absolute end, and no token outlives it. */
    @Test
    void sessionWhenRefreshedForEverThenItEndsAtItsAbsoluteEnd() {
        signIn();
        long end = refreshTokenEnd();
        Instant begun = Instant.now();

        Eventually.holds(PATIENCE, "the end", () -> !refreshedBefore(end));

        assertTrue(!Instant.now().isBefore(Instant.ofEpochSecond(end)), "not before its time");
        assertTrue(Duration.between(begun, Instant.now()).compareTo(Workplace.IDLE) > 0, "activity had kept it");
    }

    /** Refreshes; returns false once the session has ended. */
    private boolean refreshedBefore(long end) {
        HttpResponse<String> response = browser.refresh();
        if (response.statusCode() != 200) {
            assertOver("expired", response);
            return false;
        }
        // In its last second the cookie may have no Max-Age left; the token in it is valid all the same.
        browser.cookies().put(Workplace.COOKIE, SetCookie.of(response).value());
        assertEquals(end, refreshTokenEnd());
        assertTrue(Jws.claims(browser.accessToken()).get("exp").getAsLong() <= end);
        Instant told = Instant.parse(Browser.json(response).get("session_expires_at").getAsString());
        assertTrue(told.getEpochSecond() <= end, told::toString);
        assertTrue(Instant.now().getEpochSecond() + SetCookie.of(response).maxAge() <= end + 1);
        return true;
    }

    @Test
    void accountWhenTheAccessTokenHasExpiredThenItIsInvalidAndTheCookieStays() {
        signIn();
        Browser keeper = browser.copy();
        Answers.fine(browser.get("/api/account"));

        Eventually.holds(PATIENCE, "the old access token is refused", () -> {
            Answers.fine(keeper.refresh());
            return browser.get("/api/account").statusCode() == 401;
        });

        HttpResponse<String> refused = browser.get("/api/account");
        Answers.problem(refused, 401, "access_token_invalid");
        assertTrue(SetCookie.all(refused).isEmpty());
        Answers.fine(keeper.get("/api/account"));
    }

    /** The grace covers a refresh without a key for a moment; a refresh with a key is covered until the next one is used. */
    @Test
    void refreshWhenTheGraceIsOverThenThePredecessorIsTheftUnlessItsKeyComesAlong() {
        signIn();
        Browser asker = browser.copy();
        Browser keyless = workplace.browser();
        keyless.signIn(People.BRUNO);
        Browser thief = keyless.copy();
        asker.refresh(ONE_KEY);
        keyless.refresh(null);
        Instant rotated = Instant.now();

        Eventually.holds(PATIENCE, "the grace is over", () -> isRefused(thief, keyless));

        assertTrue(Duration.between(rotated, Instant.now()).compareTo(Workplace.GRACE.minusMillis(100)) >= 0);
        Answers.fine(browser.refresh(ONE_KEY));
        assertEquals(asker.cookies(), browser.cookies());
    }

    /** Tells whether the previous token is refused; until then it gets the successor that exists. */
    private static boolean isRefused(Browser thief, Browser owner) {
        Browser attempt = thief.copy();
        HttpResponse<String> response = attempt.refresh(null);
        if (response.statusCode() == 200) {
            assertEquals(owner.cookies(), attempt.cookies());
            return false;
        }
        assertOver("token_reused", response);
        return true;
    }

    private void signIn() {
        HttpResponse<String> back = browser.signIn(People.BRUNO);
        assertEquals(303, back.statusCode());
        assertTrue(browser.cookies().containsKey(Workplace.COOKIE), () -> location(back));
    }

    private long refreshTokenEnd() {
        return Jws.claims(browser.cookies().get(Workplace.COOKIE)).get("exp").getAsLong();
    }

    private static void assertOver(String reason, HttpResponse<String> response) {
        JsonObject problem = Answers.problem(response, 401, "session_ended");
        assertEquals(reason, problem.get("reason").getAsString());
        SetCookie cleared = SetCookie.of(response);
        assertTrue(cleared.isDeletion());
        assertEquals(Workplace.COOKIE, cleared.name());
        assertTrue(cleared.attributes().containsAll(List.of("Secure", "Path=/")), cleared::toString);
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
