package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeline answers why a person was signed out, and by whom: each end appears once, with the browser that caused it. */
@OnStage
class TimelineIT {

    private Guest guest;
    private Browser browser;

    @BeforeEach
    void enter() {
        guest = Guest.arriving(Stage.shared(), People.ADA);
        browser = guest.browser();
    }

    @Test
    void sessionWhenEndedFromAnotherBrowserThenThatBrowserIsNamed() {
        Browser other = guest.elsewhere().browser();

        asking("Owner/1.0", browser, browser.bearer("/api/sessions/" + sessionOf(other)).DELETE());
        asking("Owner/2.0", browser, browser.bearer("/api/sessions/" + sessionOf(other)).DELETE());
        other.refresh();
        other.logout();

        assertEquals(List.of("session_ended ended_elsewhere Owner/1.0"), toldOf(sessionOf(other)));
    }

    @Test
    void refreshWhenASpentTokenComesThenItsSenderIsNamed() {
        Guest victim = guest.elsewhere();
        Browser thief = victim.browser().copy();
        victim.browser().refresh();
        victim.browser().refresh();

        asking("Thief/6.66", thief, thief.copy().post("/auth/token/refresh"));
        asking("Thief/6.66", thief, thief.copy().post("/auth/token/refresh"));
        victim.browser().refresh();

        assertEquals(List.of("session_ended token_reused Thief/6.66", "token_reuse_detected null Thief/6.66"),
                toldOf(sessionOf(thief)));
    }

    @Test
    void refreshWhenItEndsTheBrowsersOtherSessionThenItsSenderIsNamed() {
        Browser former = guest.elsewhere().browser();
        Browser latest = guest.elsewhere().browser();
        latest.cookies().put("holdfast-arrival", former.cookies().get("holdfast"));

        assertEquals(200, latest.keepingCookies(latest.post("/auth/token/refresh").header("User-Agent", "Both/1.0")).statusCode());

        assertEquals(List.of("session_ended signed_out Both/1.0"), toldOf(sessionOf(former)));
    }

    @Test
    void logoutWhenAllHappensAtOnceThenTheEndIsToldOnce() {
        Browser other = guest.elsewhere().browser();
        List<Browser> tabs = Stream.generate(other::copy).limit(12).toList();

        tabs.parallelStream().forEach(tab -> {
            tab.logout();
            browser.copy().delete("/api/sessions/" + sessionOf(other));
        });

        assertEquals(1, toldOf(sessionOf(other)).size());
    }

    private static void asking(String userAgent, Browser browser, HttpRequest.Builder request) {
        HttpResponse<String> answer = browser.keepingCookies(request.header("User-Agent", userAgent));
        assertEquals(true, answer.statusCode() == 204 || answer.statusCode() == 401, answer.body());
    }

    /** Returns the entries about a session without its sign-in, newest first. */
    private List<String> toldOf(String session) {
        return StreamSupport.stream(Browser.json(browser.get("/api/account/activity?limit=100")).getAsJsonArray("events")
                .spliterator(), false).map(event -> event.getAsJsonObject())
                .filter(event -> !event.get("session_id").isJsonNull())
                .filter(event -> event.get("session_id").getAsString().equals(session))
                .filter(event -> !event.get("type").getAsString().equals("signed_in"))
                .map(TimelineIT::told).toList();
    }

    private static String told(JsonObject event) {
        String reason = event.get("reason").isJsonNull() ? null : event.get("reason").getAsString();
        return event.get("type").getAsString() + " " + reason + " " + event.get("user_agent").getAsString();
    }

    private static String sessionOf(Browser browser) {
        return Jws.claims(browser.accessToken()).get("sid").getAsString();
    }
}
