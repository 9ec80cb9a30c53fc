package dev.holdfast.journeys.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A browser with two refresh cookies, because another site began its latest sign-in: the rule for the session that goes on.
 */
@OnStage
class ArrivalIT {

    private static final String COOKIE = "holdfast";
    private static final String ARRIVAL = "holdfast-arrival";

    private Guest guest;
    private Browser browser;
    private Browser elsewhere;

    @BeforeEach
    void enter() {
        guest = Guest.arriving(Stage.shared(), People.ADA);
        browser = guest.browser();
        elsewhere = guest.elsewhere().browser();
    }

    /** The sign-in here began first, and could not see the other cookie when it came back. */
    @Test
    void refreshWhenASignInHereFinishedAfterTheOneElsewhereThenTheLaterOneGoesOn() {
        URI here = browser.goToGoogle("/auth/login?return_to=/files");
        signInFromElsewhere();
        Browser arrived = with(ARRIVAL);
        browser.comeBack(here, People.ADA, "all");
        String later = newest();
        assertEquals(Set.of(COOKIE, ARRIVAL), browser.cookies().keySet());

        assertEquals(200, browser.refresh().statusCode());

        assertGoesOnWith(later);
        Answers.over(arrived.refresh(), "session_ended", "signed_out");
    }

    @Test
    void refreshWhenTheSessionOfTheArrivalIsOverThenThePreviousOneGoesOn() {
        String former = sid();
        signInFromElsewhere();
        end(newest());

        assertEquals(200, browser.refresh().statusCode());

        assertGoesOnWith(former);
    }

    @Test
    void refreshWhenThePreviousSessionIsOverThenTheArrivalGoesOn() {
        String former = sid();
        signInFromElsewhere();
        String arrival = newest();
        end(former);

        assertEquals(200, browser.refresh().statusCode());

        assertGoesOnWith(arrival);
    }

    @Test
    void refreshWhenBothSessionsAreOverThenItIsToldWhyAndBothCookiesGo() {
        signInFromElsewhere();
        assertEquals(204, elsewhere.delete("/api/sessions?current=false").statusCode());

        Answers.over(browser.refresh(), "session_ended", "ended_elsewhere");

        assertTrue(browser.cookies().isEmpty(), browser.cookies()::toString);
    }

    /** The page still has an access token of the previous session, and learns that it is over before it refreshes. */
    @Test
    void accountWhenThePreviousSessionIsOverAndTheArrivalLivesThenBothCookiesStay() {
        String former = sid();
        signInFromElsewhere();
        String arrival = newest();
        end(former);

        HttpResponse<String> refused = browser.get("/api/account");

        Answers.problem(refused, 401, "session_ended");
        assertTrue(refused.headers().allValues("Set-Cookie").isEmpty(), refused.headers()::toString);
        assertEquals(200, browser.refresh().statusCode());
        assertGoesOnWith(arrival);
    }

    @Test
    void refreshWhenTheArrivalIsRubbishThenTheSessionGoesOnAndTheRubbishGoes() {
        String former = sid();
        browser.cookies().put(ARRIVAL, "rubbish");

        assertEquals(200, browser.refresh().statusCode());

        assertGoesOnWith(former);
    }

    @Test
    void refreshWhenTheOtherCookieIsRubbishThenTheArrivalGoesOn() {
        signInFromElsewhere();
        String arrival = newest();
        browser.cookies().put(COOKIE, "rubbish");

        assertEquals(200, browser.refresh().statusCode());

        assertHolds(arrival);
    }

    @Test
    void refreshWhenTheArrivalComesTwiceThenItIsRefusedAndNothingEnds() {
        signInFromElsewhere();
        HttpRequest.Builder doubled = browser.post("/auth/token/refresh").header("Cookie", COOKIE + "="
                + browser.cookies().get(COOKIE) + "; " + ARRIVAL + "=rubbish; " + ARRIVAL + "=" + browser.cookies().get(ARRIVAL));

        Answers.problem(Browser.exchange(doubled.build()), 400, "invalid_request");

        Answers.fine(with(COOKIE).refresh());
        assertEquals(200, with(ARRIVAL).refresh().statusCode());
    }

    private void signInFromElsewhere() {
        HttpResponse<String> out = browser.followLink(browser.at("/auth/login?return_to=/files"));
        browser.comeBack(URI.create(out.headers().firstValue("Location").orElseThrow()), People.ADA, "all");
        assertTrue(browser.cookies().keySet().containsAll(Set.of(COOKIE, ARRIVAL)), browser.cookies()::toString);
    }

    /** Expects the browser to have that session, and the other session of this browser to be over. */
    private void assertGoesOnWith(String session) {
        assertHolds(session);
        assertEquals(Set.of(session, Jws.claims(elsewhere.accessToken()).get("sid").getAsString()), Set.copyOf(live()));
    }

    /** Expects that session in the ordinary cookie, and no other cookie. */
    private void assertHolds(String session) {
        assertEquals(Set.of(COOKIE), browser.cookies().keySet());
        assertEquals(session, sid());
        Answers.fine(browser.refresh());
        assertEquals(session, sid());
    }

    private Browser with(String cookie) {
        Browser copy = browser.copy();
        copy.cookies().keySet().retainAll(Set.of(cookie));
        assertFalse(copy.cookies().isEmpty());
        return copy;
    }

    private void end(String session) {
        assertEquals(204, elsewhere.delete("/api/sessions/" + session).statusCode());
    }

    private String newest() {
        return live().get(0);
    }

    private String sid() {
        return Jws.claims(browser.accessToken()).get("sid").getAsString();
    }

    private List<String> live() {
        JsonArray sessions = Browser.json(elsewhere.get("/api/sessions")).getAsJsonArray("sessions");
        return sessions.asList().stream().map(each -> each.getAsJsonObject().get("id").getAsString()).toList();
    }
}
