package dev.holdfast.journeys.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics of custody and of Google; labels are few, and no person can be recognised. */
@OnStage
class MetricsIT {

    private static final String REFRESHES = "holdfast_google_refreshes_total";
    private static final String ACQUIRES = "holdfast_google_acquires";

    private static final String THREADS = "holdfast_request_threads";
    private static final String CONNECTIONS = "holdfast_database_connections";
    private static final int CALLERS = 12;

    private Stage stage;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
    }

    @Test
    void metricsWhenATokenIsRefreshedThenItCountsByOutcomeAndTheNextCallIsServedFromMemory() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        Metrics before = now();
        assertEquals(200, guest.files().statusCode());
        Metrics between = now();
        assertEquals(1, between.value(REFRESHES, "outcome=\"refreshed\"") - before.value(REFRESHES, "outcome=\"refreshed\""));
        assertEquals(200, guest.files().statusCode());
        Metrics after = now();
        assertTrue(after.value(ACQUIRES, "from=\"memory\"") > between.value(ACQUIRES, "from=\"memory\""));
        assertEquals(0, after.value(ACQUIRES, "from=\"elsewhere\"") - between.value(ACQUIRES, "from=\"elsewhere\""));
    }

    @Test
    void metricsWhenGoogleRefusesOrFailsThenTheReasonIsOneOfAFew() {
        Metrics before = now();
        Guest refused = Guest.withSpentToken(stage, People.BRUNO);
        stage.google().control().fault(StandInArea.REFRESH, FaultKind.INVALID_RAPT, People.BRUNO, 1);
        assertEquals(401, refused.files().statusCode());
        Guest failed = Guest.withSpentToken(stage, People.CARMEN);
        stage.google().control().fault(StandInArea.REFRESH, FaultKind.HTML_502, People.CARMEN, 3);
        assertEquals(503, failed.files().statusCode());
        Metrics after = now();
        for (String labels : List.of("outcome=\"refused\",reason=\"reauth_required\"", "outcome=\"failed\",reason=\"http_5xx\"")) {
            assertEquals(1, after.value(REFRESHES, labels) - before.value(REFRESHES, labels), labels);
        }
    }

    @Test
    void metricsWhenAskedThenTheyTellHowGrantsAndKeysStandAndNoNames() {
        Guest guest = Guest.arriving(stage, People.EMI);
        String subject = stage.google().people().get(People.EMI).sub();
        Eventually.holds(Duration.ofSeconds(45), "grants are counted",
                () -> now().value("holdfast_google_grants", "status=\"active\"") >= 1);
        Metrics metrics = now();
        assertEquals(0, metrics.value("holdfast_reencryption_rows_left"));
        for (String age : List.of("holdfast_encryption_key_age_seconds", "holdfast_signing_key_age_seconds",
                "holdfast_google_parked_revocations", "holdfast_google_parked_revocations_oldest_seconds")) {
            assertTrue(metrics.text().contains("\n" + age + "{"), age);
            assertTrue(metrics.value(age) >= 0 && metrics.value(age) < 86_400, age);
        }
        for (String trace : List.of(guest.accountId().toString(), subject, People.EMI)) {
            assertFalse(metrics.text().contains(trace), trace);
        }
    }

    @Test
    void metricsWhenGoogleIsCalledThenItsTimeAndTheWaitForItAreInBuckets() {
        Guest guest = Guest.withSpentToken(stage, People.CARMEN);
        Metrics before = now();
        stage.google().control().fault(StandInArea.REFRESH, Fault.slow(Duration.ofMillis(300)));
        Answers.fine(guest.files());
        stage.google().control().clear();
        stage.google().control().fault(StandInArea.DRIVE, FaultKind.HTML_502, People.CARMEN, 1);
        assertEquals(503, guest.files().statusCode());
        Metrics after = now();
        String call = "holdfast_google_call_seconds_";
        assertEquals(0, after.since(before, call + "bucket", "call=\"refresh\",end=\"answered\"", "le=\"0.25\""));
        assertEquals(1, after.since(before, call + "bucket", "call=\"refresh\",end=\"answered\"", "le=\"10.0\""));
        assertEquals(1, after.since(before, call + "count", "call=\"drive\",end=\"answered\""));
        assertEquals(1, after.since(before, call + "count", "call=\"drive\",end=\"failed\""));
        assertEquals(0, after.since(before, "holdfast_google_acquire_wait_seconds_bucket", "le=\"0.25\""));
        assertEquals(1, after.since(before, "holdfast_google_acquire_wait_seconds_bucket", "le=\"20.0\""));
        assertFalse(after.text().lines().anyMatch(line -> line.startsWith("holdfast_") && line.contains("quantile=")));
    }

    @Test
    void metricsWhenTheCircuitOpensThenItsStateIsShownUntilItIsClosedAgain() {
        List<Guest> guests = IntStream.range(0, 8).mapToObj(each -> Guest.withSpentToken(stage, People.ADA)).toList();
        stage.google().control().fault(StandInArea.REFRESH, FaultKind.HTML_502);
        Metrics before = now();
        guests.forEach(Guest::files);
        Metrics after = now();
        assertEquals(2, after.value("holdfast_google_circuit_state"));
        assertTrue(after.since(before, REFRESHES, "reason=\"circuit_open\"") > 0);
        assertTrue(after.value("ft_circuitbreaker_opened_total") >= 1, "as the breaker itself says");
        assertTrue(ready().contains("\"circuit\":\"open\""));
        stage.google().control().clear();
        Eventually.holds(Duration.ofSeconds(15), "Google is asked again",
                () -> Guest.withSpentToken(stage, People.ADA).files().statusCode() == 200);
        assertEquals(0, now().value("holdfast_google_circuit_state"));
    }

    /** Callers that Google holds up keep their threads, and no connection. */
    @Test
    void metricsWhenCallersWaitForGoogleThenTheirThreadsAreBusyAndTheConnectionsFree() {
        Metrics before = now();
        Guest guest = Guest.arriving(stage, People.ADA);
        stage.google().control().fault(StandInArea.DRIVE, Fault.hang());
        List<CompletableFuture<HttpResponse<String>>> callers = IntStream.range(0, CALLERS)
                .mapToObj(each -> CompletableFuture.supplyAsync(guest::files, task -> new Thread(task).start())).toList();
        Eventually.holds(Duration.ofSeconds(15), "their threads are busy, and one for the metrics",
                () -> now().value(THREADS, "state=\"busy\"") > CALLERS);
        Eventually.holds(Duration.ofSeconds(15), "no connection is in use", () -> now().value(CONNECTIONS, "state=\"in_use\"") == 0);
        Metrics during = now();
        stage.google().control().clear();
        callers.forEach(CompletableFuture::join);

        double free = during.value(CONNECTIONS, "pool=\"derby\"", "state=\"free\"");
        assertTrue(free >= 1 && free <= 20, () -> free + " are free");
        assertEquals(20, during.value("holdfast_database_connections_max", "pool=\"derby\""));
        assertEquals(1076, during.value("holdfast_request_threads_max"));
        assertTrue(during.since(before, "holdfast_database_connection_wait_seconds", "pool=\"derby\"") > 0);
        Eventually.holds(Duration.ofSeconds(15), "their threads are idle", () -> now().value(THREADS, "state=\"busy\"") < CALLERS
                && now().value(THREADS, "state=\"idle\"") > 0);
    }

    private String ready() {
        return stage.browser().get("/health/ready").body();
    }

    private Metrics now() {
        return Metrics.of(stage.holdfast());
    }
}
