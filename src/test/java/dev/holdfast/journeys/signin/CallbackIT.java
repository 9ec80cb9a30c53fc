package dev.holdfast.journeys.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers that can come back from Google, or pretend to, and the ends of sign-ins that cannot succeed. */
@OnStage
class CallbackIT {

    private Stage stage;
    private Control google;
    private Browser browser;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        browser = stage.browser();
    }

    /** RFC 9700 section 4.7: a flow that an attacker has begun does not end in the victim's browser. */
    @Test
    void callbackWhenAnotherBrowserBeganThenItIsRefusedUnasked() {
        URI callback = granted();

        HttpResponse<String> refused = stage.browser().arrive(callback);

        assertRefused("cookies_missing", refused);
        assertEquals(0, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    @Test
    void callbackWhenItComesTwiceThenTheSecondIsRefusedAndTheSessionLives() {
        URI callback = granted();
        browser.arrive(callback);
        browser.refresh();

        assertRefused("sign_in_expired", browser.arrive(callback));

        Answers.fine(browser.refresh());
        assertEquals(1, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    @Test
    void callbackWhenItIsReplayedWithItsCookieThenTheSpentCodeIsRefused() {
        URI callback = granted();
        Browser copy = browser.copy();
        browser.arrive(callback);

        assertRefused("sign_in_expired", copy.arrive(callback));

        Answers.fine(browser.refresh());
    }

    /** One sign-in must not suffice to ask Google about thousands of codes. */
    @Test
    void callbackWhenAFlowIsReplayedWithMadeUpCodesThenGoogleIsAskedTwice() {
        URI callback = granted();

        for (int replay = 0; replay < 6; replay++) {
            assertRefused("sign_in_expired",
                    browser.copy().arrive(Query.of(callback).with("code", "4/made-up-" + replay).toUrl()));
        }

        assertEquals(2, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    @Test
    void callbackWhenManyReplaysComeAtOnceThenGoogleIsAskedTwice() {
        URI callback = granted();
        List<Browser> copies = Stream.generate(browser::copy).limit(24).toList();

        copies.parallelStream().forEach(copy -> copy.arrive(Query.of(callback).with("code", "4/made-up").toUrl()));

        assertEquals(2, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    /** Blocked cookies, or a mail program's own browser: the person is told what to do. */
    @Test
    void callbackWhenNoCookieComesThenCookiesAreMissingUntilTheStateIsUsed() {
        URI callback = granted();

        assertRefused("cookies_missing", stage.browser().arrive(callback));
        browser.arrive(callback);
        assertRefused("sign_in_expired", stage.browser().arrive(callback));
    }

    @ParameterizedTest
    @CsvSource({"access_denied, cancelled", "server_error, google_unavailable"})
    void callbackWhenThePersonMayTryAgainThenTheWayBackIsKept(String error, String reason) {
        google.set(Switch.CALLBACK_ERROR, error);
        URI callback = browser.answerOfGoogle(browser.goToGoogle("/auth/login?return_to=" + Query.encode("/files?q=a%20b&x=1")),
                People.ADA, "all");

        assertEquals(stage.holdfast().origin() + "/login?reason=" + reason + "&return_to=%2Ffiles%3Fq%3Da%2520b%26x%3D1",
                location(browser.arrive(callback)));
    }

    /** Two flows of one browser: neither takes the other's code. */
    @Test
    void callbackWhenCodesAreSwappedThenBothAreRefused() {
        URI one = granted();
        URI two = granted();

        assertRefused("sign_in_expired", browser.arrive(Query.of(one).with("code", Query.of(two).get("code")).toUrl()));
        assertRefused("sign_in_expired", browser.arrive(Query.of(two).with("code", Query.of(one).get("code")).toUrl()));
    }

    @Test
    void callbackWhenTwoTabsSignInThenBothFinish() {
        URI one = granted();
        URI two = granted();

        assertEquals(stage.holdfast().origin() + "/files", location(browser.arrive(one)));
        assertEquals(stage.holdfast().origin() + "/files", location(browser.arrive(two)));
        Answers.fine(browser.refresh());
    }

    /** RFC 9207 section 2.4. */
    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "doubled", "https://accounts.evil.example", "HTTP://127.0.0.1"})
    void callbackWhenTheIssuerIsNotTheConfiguredOneThenItIsRefusedUnasked(String issuer) {
        google.set(Switch.CALLBACK_ISS, issuer);

        assertRefused("sign_in_refused", browser.arrive(granted()));

        assertEquals(0, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "server_error", "interaction_required"})
    void callbackWhenAnErrorComesFromAnotherIssuerThenItIsRefused(String error) {
        google.set(Switch.CALLBACK_ISS, "https://accounts.evil.example");
        google.set(Switch.CALLBACK_ERROR, error);

        assertRefused("sign_in_refused", browser.arrive(granted()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=second", "state=second", "error=access_denied", "scope=openid",
        "unknown=1&unknown=2"})
    void callbackWhenAParameterComesTwiceOrCodeAndErrorTogetherThenItIsRefusedUnasked(String extra) {
        google.set(Switch.CALLBACK_EXTRA, extra);

        assertRefused("sign_in_refused", browser.arrive(granted()));

        assertEquals(0, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    @ParameterizedTest
    @CsvSource({"code, 1025", "state, 1025", "iss, 1025", "unknown, 4097"})
    void callbackWhenAValueIsOverLongThenItIsRefusedUnasked(String parameter, int length) {
        assertRefused("sign_in_refused",
                browser.arrive(Query.of(granted()).with(parameter, "x".repeat(length)).toUrl()));

        assertEquals(0, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?code=abc", "?state=", "?state=abc", "?state=abc&code=", "?code=%ZZ&state=%",
        "?&&&=&", "?error=%0d%0aX-Injected:%20a"})
    void callbackWhenMalformedThenItLeadsToTheLoginPage(String query) {
        RawHttp.Answer answer = RawHttp.send(stage.holdfast().origin(), "GET /auth/callback" + query + " HTTP/1.1",
                "Host: " + stage.holdfast().origin().getAuthority());

        assertEquals(303, answer.status(), answer::toString);
        assertEquals(stage.holdfast().origin() + "/login?reason=sign_in_refused", answer.header("Location").orElseThrow());
        assertTrue(answer.header("X-Injected").isEmpty());
    }

    @Test
    void callbackWhenTheStateIsUnknownThenItHasExpired() {
        assertRefused("sign_in_expired", browser.arrive(Query.of(granted()).with("state", "unknown").toUrl()));
    }

    @Test
    void callbackWhenTheTransactionCookieIsTamperedWithThenItHasExpired() {
        URI callback = granted();
        browser.cookies().replaceAll((name, value) -> value.substring(0, value.length() - 8) + "AAAAAAAA");

        assertRefused("sign_in_expired", browser.arrive(callback));
    }

    @Test
    void callbackWhenTheTransactionCookieIsOfAnotherFlowThenItHasExpired() {
        URI callback = granted();
        String name = browser.cookies().keySet().iterator().next();
        Browser other = stage.browser();
        other.goToGoogle("/auth/login");
        browser.cookies().put(name, other.cookies().values().iterator().next());

        assertRefused("sign_in_expired", browser.arrive(callback));
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, cancelled",
        "server_error, google_unavailable",
        "temporarily_unavailable, google_unavailable",
        "admin_policy_enforced, sign_in_refused",
        "login_required, sign_in_refused",
        "something_new, sign_in_refused",
        "<script>alert(1)</script>, sign_in_refused"})
    void callbackWhenGoogleSaysAnErrorThenTheReasonIsOneOfOurs(String error, String reason) {
        google.set(Switch.CALLBACK_ERROR, error);
        google.set(Switch.CALLBACK_ERROR_DESCRIPTION, "<script>alert('description')</script>");

        HttpResponse<String> refused = browser.arrive(granted());

        assertRefused(reason, refused);
        String everything = refused.headers().map() + refused.body();
        assertFalse(everything.contains("script") || everything.contains("description"), everything);
    }

    @Test
    void callbackWhenThePersonCancelsThenCancelled() {
        assertRefused("cancelled", browser.comeBack(browser.goToGoogle("/auth/login"), People.ADA, "cancel"));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_GRANT, sign_in_expired",
        "INVALID_CLIENT, google_client_rejected",
        "DELETED_CLIENT, google_client_rejected",
        "UNAUTHORIZED_CLIENT, google_client_rejected",
        "JSON_503, google_unavailable",
        "HTML_502, google_unavailable",
        "HTML_200, google_unavailable",
        "DROP, google_unavailable",
        "REDIRECT_307, google_unavailable",
        "STATUS_429, google_unavailable"})
    void callbackWhenTheExchangeFailsThenTheReasonTellsWhoIsToBlame(FaultKind kind, String reason) {
        google.fault(StandInArea.EXCHANGE, kind);

        assertRefused(reason, browser.arrive(granted()));

        assertEquals(1, stage.google().counts().of(StandInArea.EXCHANGE), "a code is sent once");
        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE));
    }

    private URI granted() {
        return browser.answerOfGoogle(browser.goToGoogle("/auth/login?return_to=/files"), People.ADA, "all");
    }

    /** Expects a redirect to the login page with that reason, and no session. */
    private void assertRefused(String reason, HttpResponse<String> response) {
        assertEquals(303, response.statusCode());
        String login = stage.holdfast().origin() + "/login?reason=" + reason;
        assertTrue(List.of(login, login + "&return_to=%2Ffiles").contains(location(response)), () -> location(response));
        assertTrue(SetCookie.all(response).stream().allMatch(SetCookie::isDeletion), "no cookie is set");
        assertFalse(SetCookie.all(response).stream().anyMatch(cookie -> cookie.name().equals("holdfast")));
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
