package dev.holdfast.journeys.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.health.OperatorsGuide;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics of sessions and sign-ins, and that the operators' guide names all of them. */
@OnStage
class SessionMetricsIT {

    private static final String SESSION_REFRESHES = "holdfast_session_refreshes_total";

    private Stage stage;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
    }

    @Test
    void metricsWhenASessionIsRefreshedThenItCountsByOutcome() {
        Browser browser = Guest.arriving(stage, People.ADA).browser();
        Browser thief = browser.copy();
        Metrics before = now();
        browser.refresh("one-refresh-of-mine-0001");
        thief.copy().refresh("one-refresh-of-mine-0001");
        browser.refresh();
        browser.refresh();
        assertEquals(401, thief.copy().refresh().statusCode());
        assertEquals(401, thief.copy().refresh().statusCode());
        stage.browser().refresh();
        Browser forger = stage.browser();
        forger.cookies().put("holdfast", "x");
        forger.refresh();
        browser.refresh("short");
        Metrics after = now();
        Map.of("outcome=\"rotated\"", 3, "outcome=\"replayed\"", 1, "outcome=\"reused\"", 1,
                "outcome=\"ended\",reason=\"token_reused\"", 1, "outcome=\"anonymous\"", 1,
                "outcome=\"invalid\",reason=\"not_genuine\"", 1, "outcome=\"malformed\"", 1)
                .forEach((labels, times) ->
                        assertEquals((double) times, after.since(before, SESSION_REFRESHES, labels), labels));
        assertEquals(1, after.since(before, "holdfast_sessions_ended_total", "reason=\"token_reused\""));
        assertEquals(6, after.since(before, "holdfast_session_refresh_seconds_count"));
    }

    @Test
    void metricsWhenPeopleSignInThenTheyCountByOutcomeAndSessionsAreCountedInTheBackground() {
        Metrics before = now();
        Guest guest = Guest.arriving(stage, People.BRUNO);
        Browser other = stage.browser();
        other.comeBack(other.goToGoogle("/auth/login"), People.BRUNO, "cancel");
        stage.browser().arrive(stage.holdfast().origin().resolve("/auth/callback?state=unknown&code=c"));
        Metrics after = now();
        for (String outcome : List.of("signed_in", "cancelled", "sign_in_expired")) {
            assertEquals(1, after.since(before, "holdfast_sign_ins_total", "outcome=\"" + outcome + "\""), outcome);
        }
        Eventually.holds(Duration.ofSeconds(45), "sessions are counted", () -> now().value("holdfast_sessions_live") >= 1);
        assertEquals(200, guest.files().statusCode());
    }

    /** Liberty's own measure of requests would keep a series for each of them, for good. */
    @Test
    void metricsWhenAStrangerMakesUpMethodsPathsAndHostsThenThereIsNoSeriesForThem() {
        for (String line : List.of("MADEUPMETHOD /api/account HTTP/1.1", "GET /madeuppath HTTP/1.1",
                "GET /api/madeuppath HTTP/1.1")) {
            RawHttp.send(stage.holdfast().origin(), line, "Host: madeuphost.example", "Content-Length: 0");
        }
        assertFalse(now().text().toLowerCase(Locale.ROOT).contains("madeup"));
    }

    /** Each name of the table is shown, and nothing of ours that is not in it. */
    @Test
    void metricsWhenComparedWithTheOperatorsGuideThenBothNameTheSame() {
        Guest.arriving(stage, People.EMI);
        OperatorsGuide guide = new OperatorsGuide();
        Set<String> shown = now().text().lines().filter(line -> !line.startsWith("#"))
                .map(line -> OperatorsGuide.metricOf(line.split("[{ ]")[0])).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(guide.metrics(),
                shown.stream().filter(name -> name.startsWith("holdfast_")).collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(shown.containsAll(guide.metricsOfLiberty()), () -> guide.metricsOfLiberty() + " in " + shown);
    }

    private Metrics now() {
        return Metrics.of(stage.holdfast());
    }
}
