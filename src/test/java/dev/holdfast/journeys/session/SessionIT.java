package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of a person's sessions, the ways to end them, and the reports of each end (security group H; H01 and H02). */
@OnStage
class SessionIT {

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
    void logoutWhenSignedInThenBothTokensAreDeadAtOnce() {
        Browser copy = browser.copy();
        HttpResponse<String> response = browser.logout();

        assertEquals(204, response.statusCode());
        assertTrue(Answers.clearsCookie(response));
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("\"storage\"", response.headers().firstValue("Clear-Site-Data").orElse(""),
                "clearing the cache as well would hold the answer back");
        Answers.over(copy.refresh(), "session_ended", "signed_out");
        Answers.over(copy.get("/api/account"), "session_ended", "signed_out");
        assertEquals(0, stage.google().counts().of(StandInArea.REVOCATION), "signing out is no disconnecting");
    }

    @Test
    void sessionsWhenNoProxyIsTrustedThenNoHeaderIsTakenForAnAddress() {
        Browser browser = stage.browser().forwardedFor("203.0.113.9");
        browser.signIn(People.EMI);

        assertEquals("127.0.0.1", WorkplaceIT.address(browser));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "eyJhbGciOiJub25lIn0.e30."})
    void logoutWhenThereIsNoSessionThenItSucceedsAllTheSame(String cookie) {
        Browser stranger = stage.browser();
        if (!cookie.isEmpty()) {
            stranger.cookies().put("holdfast", cookie);
        }

        HttpResponse<String> response = stranger.logout();

        assertEquals(204, response.statusCode());
        assertTrue(Answers.clearsCookie(response));
        Answers.fine(browser.refresh());
    }

    @Test
    void logoutWhenTheClientWantsAPageThenItSucceedsAllTheSame() {
        Browser browser = Guest.arriving(stage, People.EMI).browser();

        HttpResponse<String> out = Browser.exchange(browser.post("/auth/logout").header("Accept", "text/html")
                .header("Cookie", browser.cookies().entrySet().iterator().next().toString()).build());

        assertEquals(204, out.statusCode());
        assertEquals(401, browser.refresh().statusCode());
    }

    @Test
    void logoutWhenRepeatedThenItSucceedsAgainAndIsToldOnce() {
        Browser copy = browser.copy();
        Guest elsewhere = guest.elsewhere();
        browser.logout();

        assertEquals(204, copy.logout().statusCode());

        assertEquals(List.of("session_ended:signed_out", "signed_in", "signed_in"), sorted(elsewhere.timeline()));
    }

    @Test
    void sessionsWhenListedThenEachHasTheContractsShapeAndOneIsCurrent() {
        Guest elsewhere = guest.elsewhere();

        JsonArray sessions = sessions();

        assertEquals(2, sessions.size());
        List<String> current = new ArrayList<>();
        for (JsonElement each : sessions) {
            JsonObject session = each.getAsJsonObject();
            assertEquals(Set.of("id", "current", "created_at", "last_refreshed_at", "expires_at", "ends_at", "user_agent",
                    "address"), session.keySet());
            Instant ends = Instant.parse(session.get("ends_at").getAsString());
            assertEquals(Instant.parse(session.get("created_at").getAsString()).plus(Duration.ofDays(30)), ends);
            assertTrue(Instant.parse(session.get("expires_at").getAsString()).isAfter(Instant.now()));
            assertEquals("127.0.0.1", session.get("address").getAsString());
            assertTrue(session.get("user_agent").getAsString().startsWith("Java-http-client"), session::toString);
            if (session.get("current").getAsBoolean()) {
                current.add(session.get("id").getAsString());
            }
        }
        assertEquals(List.of(idOf(browser)), current);
        assertFalse(current.contains(idOf(elsewhere.browser())));
    }

    /** The newest sign-in comes first; a refresh in between moves no session from one page to another. */
    @Test
    void sessionsWhenThereAreManyThenTheyComeInPagesAndNoneIsMissedOrDoubled() {
        List<Browser> all = new ArrayList<>(List.of(browser));
        for (int more = 0; more < 4; more++) {
            all.add(0, guest.elsewhere().browser());
        }
        guest.elsewhere().browser().logout();

        List<String> listed = new ArrayList<>();
        String next = "";
        for (int page = 0; next != null; page++) {
            JsonObject answer = Browser.json(browser.get("/api/sessions?limit=2" + next));
            answer.getAsJsonArray("sessions").forEach(each -> listed.add(each.getAsJsonObject().get("id").getAsString()));
            assertTrue(page < 3, answer::toString);
            next = answer.get("next").isJsonNull() ? null : "&before=" + answer.get("next").getAsString();
            Answers.fine(browser.refresh());
        }

        assertEquals(all.stream().map(SessionIT::idOf).toList(), listed);
        assertTrue(Browser.json(browser.get("/api/sessions")).get("next").isJsonNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "before=x", "before="})
    void sessionsWhenThePageMakesNoSenseThenItIsRefused(String query) {
        Answers.problem(browser.get("/api/sessions?" + query), 400, "invalid_request");
    }

    @Test
    void sessionWhenEndedElsewhereThenItIsDeadAtOnceAndEndingItAgainSucceeds() {
        Browser other = guest.elsewhere().browser();

        assertEquals(204, browser.delete("/api/sessions/" + idOf(other)).statusCode());

        Answers.over(other.refresh(), "session_ended", "ended_elsewhere");
        Answers.over(other.get("/api/account"), "session_ended", "ended_elsewhere");
        assertEquals(204, browser.delete("/api/sessions/" + idOf(other)).statusCode());
        assertEquals(1, sessions().size());
        Answers.fine(browser.refresh());
    }

    @Test
    void sessionWhenItEndsItselfThenItIsSignedOut() {
        assertEquals(204, browser.delete("/api/sessions/" + idOf(browser)).statusCode());

        Answers.over(browser.get("/api/account"), "session_ended", "signed_out");
    }

    /** The answer does not tell whether another person's session exists. */
    @Test
    void sessionWhenItIsNotMineThenTheAnswerIsThatOfAnUnknownOne() {
        Browser bruno = Guest.arriving(stage, People.BRUNO).browser();

        HttpResponse<String> foreign = browser.delete("/api/sessions/" + idOf(bruno));

        Answers.problem(foreign, 404, "not_found");
        for (String unknown : List.of(UUID.randomUUID().toString(), "x", "0-0-0-0-0", idOf(browser).toUpperCase())) {
            HttpResponse<String> answer = browser.delete("/api/sessions/" + unknown);
            assertEquals(404, answer.statusCode());
            assertEquals(foreign.body(), answer.body());
        }
        Answers.fine(bruno.refresh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?current=false"})
    void sessionsWhenTheOthersAreEndedThenThisOneLives(String query) {
        Browser second = guest.elsewhere().browser();
        Browser third = guest.elsewhere().browser();

        assertEquals(204, browser.delete("/api/sessions" + query).statusCode());

        Answers.over(second.refresh(), "session_ended", "ended_elsewhere");
        Answers.over(third.get("/api/account"), "session_ended", "ended_elsewhere");
        Answers.fine(browser.refresh());
    }

    @Test
    void sessionsWhenAllAreEndedThenThisOneGoesToo() {
        Browser second = guest.elsewhere().browser();

        assertEquals(204, browser.delete("/api/sessions?current=true").statusCode());

        Answers.over(second.refresh(), "session_ended", "ended_elsewhere");
        Answers.over(browser.refresh(), "session_ended", "signed_out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?current=maybe", "?current=", "?current=TRUE", "?current=1"})
    void sessionsWhenTheQueryMakesNoSenseThenNothingEnds(String query) {
        Browser second = guest.elsewhere().browser();

        Answers.problem(browser.delete("/api/sessions" + query), 400, "invalid_request");

        Answers.fine(second.refresh());
    }

    /** A tab with an old access token does not log out the session that its browser has by now. */
    @Test
    void accountWhenTheTokenIsOfAnEndedSessionButTheCookieOfALivingOneThenTheCookieStays() {
        Browser old = browser.copy();
        guest.signIn();
        old.cookies().putAll(browser.cookies());

        HttpResponse<String> refused = old.get("/api/account");

        Answers.problem(refused, 401, "session_ended");
        assertTrue(SetCookie.all(refused).isEmpty());
        Answers.fine(old.refresh());
    }

    @Test
    void activityWhenThereIsMuchThenItComesInPagesNewestFirst() {
        for (int turn = 0; turn < 3; turn++) {
            guest.elsewhere().browser().logout();
        }
        List<String> whole = guest.timeline();
        assertEquals(7, whole.size());

        List<String> paged = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String query = "?limit=3";
        for (int page = 0; page < 3; page++) {
            JsonObject answer = Browser.json(browser.get("/api/account/activity" + query));
            assertEquals(Set.of("events", "next"), answer.keySet());
            answer.getAsJsonArray("events").forEach(event -> {
                JsonObject told = event.getAsJsonObject();
                assertEquals(Set.of("at", "type", "reason", "session_id", "address", "user_agent"), told.keySet());
                assertEquals("127.0.0.1", told.get("address").getAsString());
                paged.add(told.get("type").getAsString());
                times.add(told.get("at").getAsString());
            });
            assertEquals(page == 2, answer.get("next").isJsonNull());
            query = page == 2 ? "" : "?limit=3&before=" + answer.get("next").getAsString();
        }
        assertEquals(whole.stream().map(event -> event.split(":")[0]).toList(), paged);
        assertEquals(times.stream().map(Instant::parse).sorted(Comparator.reverseOrder()).toList(),
                times.stream().map(Instant::parse).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=-1", "?limit=x", "?limit=", "?before=x", "?before=",
        "?limit=99999999999999999999"})
    void activityWhenTheQueryMakesNoSenseThenItIsRefused(String query) {
        Answers.problem(browser.get("/api/account/activity" + query), 400, "invalid_request");
    }

    private JsonArray sessions() {
        return Browser.json(browser.get("/api/sessions")).getAsJsonArray("sessions");
    }

    private static String idOf(Browser browser) {
        return Jws.claims(browser.accessToken()).get("sid").getAsString();
    }

    private static List<String> sorted(List<String> events) {
        return events.stream().sorted().toList();
    }
}
