package dev.holdfast.journeys.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.EventStream;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that listens learns at once of what happens elsewhere, and a stream that breaks means nothing (security group I). */
@OnStage
class EventsIT {

    private static final int MOST = 4;

    private Stage stage;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        guest = Guest.arriving(stage, People.ADA);
    }

    @Test
    void listenWhenSignedInThenGreetedAndToldHowTheGrantIs() {
        try (EventStream stream = EventStream.of(guest.browser())) {
            assertEquals(200, stream.status());
            assertTrue(stream.header("Content-Type").startsWith("text/event-stream"));
            assertEquals("no-store", stream.header("Cache-Control"));
            assertEquals("no", stream.header("X-Accel-Buffering"));
            assertEquals("", stream.header("Content-Encoding"));
            stream.awaits("hello {\"server_time\":\"20");
            stream.awaits("grant {\"status\":\"active\",\"missing_scopes\":[]}");
            assertEquals(2, stream.events().size(), "each once");
        }
    }

    @Test
    void listenWhenWithoutTokenThenRefused() {
        assertEquals(401, EventStream.of(stage.browser()).status());
    }

    @Test
    void streamWhenSessionIsEndedFromAnotherBrowserThenToldAndOver() {
        Guest elsewhere = guest.elsewhere();
        try (EventStream stream = EventStream.of(guest.browser()); EventStream other = EventStream.of(elsewhere.browser())) {
            assertEquals(204, elsewhere.browser().delete("/api/sessions").statusCode());
            stream.awaits("session_ended {\"reason\":\"ended_elsewhere\"}");
            stream.awaitsEnd();
            assertTrue(other.events().stream().noneMatch(event -> event.startsWith("session_ended")));
            Answers.over(guest.browser().get("/api/account"), "session_ended", "ended_elsewhere");
        }
    }

    @Test
    void streamWhenGoogleAccessIsLostThenToldTheTrueReason() {
        try (EventStream stream = EventStream.of(guest.browser())) {
            stage.google().control().revoke(People.ADA);
            check();
            stream.awaits("session_ended {\"reason\":\"google_revoked\"}");
            stream.awaitsEnd();
        }
    }

    @Test
    void streamWhenGoogleFailsAndRecoversThenTheGrantIsToldEachTime() {
        try (EventStream stream = EventStream.of(guest.browser())) {
            stream.awaits("grant {\"status\":\"active\"");
            stage.google().control().fault(StandInArea.REFRESH, FaultKind.HTML_502);
            check();
            stream.awaits("grant {\"status\":\"degraded\"");
            stage.google().control().reset();
        }
    }

    @Test
    void streamsWhenASessionHasFourThenTheFifthWaitsUntilOneGoes() {
        List<EventStream> streams = IntStream.range(0, MOST).mapToObj(each -> EventStream.of(guest.browser())).toList();
        streams.forEach(stream -> stream.awaits("hello"));
        EventStream refused = EventStream.of(guest.browser());
        assertEquals(429, refused.status());
        assertEquals("5", refused.header("Retry-After"));
        assertEquals("application/problem+json", refused.header("Content-Type"));
        try (EventStream elsewhere = EventStream.of(guest.elsewhere().browser())) {
            assertEquals(200, elsewhere.status(), "the limit is each session's own");
        }

        streams.forEach(EventStream::close);
        Eventually.holds(Duration.ofSeconds(20), "a place is free again", () -> {
            try (EventStream again = EventStream.of(guest.browser())) {
                return again.status() == 200;
            }
        });
    }

    @Test
    void headWhenAskedOftenThenItOpensNoStream() {
        for (int each = 0; each <= MOST; each++) {
            HttpResponse<String> head = guest.browser().keepingCookies(
                    guest.browser().bearer("/api/events").method("HEAD", BodyPublishers.noBody()));
            assertEquals(200, head.statusCode());
            assertEquals("text/event-stream", head.headers().firstValue("Content-Type").orElse(""));
        }
        try (EventStream stream = EventStream.of(guest.browser())) {
            assertEquals(200, stream.status(), "no place is taken");
        }
    }

    private void check() {
        Browser browser = guest.browser();
        browser.keepingCookies(browser.post("/api/google/grant/check")
                .header("Authorization", "Bearer " + browser.accessToken()));
    }
}
