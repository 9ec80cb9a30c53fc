package dev.holdfast.journeys.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway's part of the database: the scopes of the grant, its refresh after a 401, and the audit trail. */
@OnStage
class GatewayGrantIT {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String CALENDARS = "/api/google/calendar/users/me/calendarList";
    private static final String EVENTS = "/api/google/calendar/calendars/primary/events";
    private static final String STREAMING = "/api/google/streaming";

    /** All for whom one person has seats. */
    private static final int CALLERS = 8;

    private Stage stage;
    private Control google;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        google = stage.google().control();
        guest = Guest.arriving(stage, People.ADA);
        stage.google().counts().reset();
    }

    @Test
    void readWhenTheScopeIsMissingThenALinkAsksForItAndTheSameRequestSucceeds() {
        JsonObject problem = Answers.problem(guest.browser().get(CALENDARS), 403, "google_scope_missing");
        assertEquals(StandInScopes.CALENDAR_READONLY, problem.getAsJsonArray("missing_scopes").get(0).getAsString());
        assertEquals(0, stage.google().counts().of(StandInArea.CALENDAR));

        guest.follow(problem.get("sign_in").getAsString());
        HttpResponse<String> answer = guest.browser().get(CALENDARS);

        Answers.fine(answer);
        assertEquals("calendar#calendarList", Browser.json(answer).get("kind").getAsString());
        assertEquals("\"calendars-1\"", answer.headers().firstValue("ETag").orElseThrow());
        assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty());
    }

    @Test
    void eventsWhenWrittenThenEachMethodReachesGoogleOnceAndTheAuditTrailTellsIt() {
        allow(StandInScopes.CALENDAR_EVENTS);
        String id = Browser.json(send("POST", EVENTS, "{\"summary\":\"Review\"}")).get("id").getAsString();
        assertEquals("Review", Browser.json(guest.browser().get(EVENTS + "/" + id)).get("summary").getAsString());
        assertEquals("Later", Browser.json(send("PATCH", EVENTS + "/" + id, "{\"summary\":\"Later\"}")).get("summary").getAsString());
        Answers.problem(Browser.exchange(guest.browser().bearer(EVENTS + "/" + id).header("If-Match", "\"0\"")
                .method("PATCH", BodyPublishers.ofString("{}")).build()), 412, "precondition_failed");

        assertEquals(204, send("DELETE", EVENTS + "/" + id, "").statusCode());
        Answers.problem(guest.browser().get(EVENTS + "/" + id), 404, "not_found");
        Answers.problem(send("POST", EVENTS, "no json"), 400, "invalid_request");

        assertEquals(7, stage.google().counts().of(StandInArea.CALENDAR));
        assertTrue(stage.holdfast().log().contains("event=google_api_called account=" + guest.accountId()
                + " api=calendar method=DELETE rule=\"/calendars/*/events/*\" end=answered"), "an audit line");
        assertFalse(stage.holdfast().logToRead().contains(id), "no id of a thing at Google in a log");
    }

    @Test
    void grantWhenAskedForThenItIsStillOurs() {
        assertEquals("active", guest.grantStatus());
        Answers.problem(guest.browser().get("/api/google/grant/users/me"), 404, "not_found");
    }

    @Test
    void readWhenTheTokenIsRefusedThenOneRefreshForAllCallersAndItsTokenIsKept() {
        google.killAccessTokens(People.ADA);
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, CALLERS).mapToObj(call -> HTTP.sendAsync(
                guest.browser().bearer(STREAMING + "/echo").build(), BodyHandlers.ofString())).toList();

        calls.forEach(call -> Answers.fine(call.join()));
        Answers.fine(send("POST", STREAMING + "/echo", "hello"));

        assertEquals(1, guest.refreshes());
        assertTrue(stage.google().counts().of(StandInArea.STREAMING) <= 2 * CALLERS + 1, "one repetition each, and none later");
    }

    @Test
    void readWhenTheNewTokenIsRefusedTooThenGoogleIsAskedNoMore() {
        google.fault(StandInArea.STREAMING, FaultKind.INVALID_TOKEN, People.ADA, Control.ALWAYS);

        Answers.problem(guest.browser().get(STREAMING + "/echo"), 502, "google_error");

        assertEquals(2, stage.google().counts().of(StandInArea.STREAMING));
        assertEquals(1, guest.refreshes());
        assertEquals("active", guest.grantStatus());
    }

    private void allow(String scope) {
        guest.follow("/auth/login?scope=" + scope + "&return_to=/files");
        stage.google().counts().reset();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return Browser.exchange(guest.browser().bearer(path).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build());
    }
}
