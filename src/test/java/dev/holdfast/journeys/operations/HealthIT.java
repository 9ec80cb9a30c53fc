package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Health;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The answers of the health checks while Google works and while it fails; {@link StorageDownIT} tests them without a
 * database.
 */
@OnStage
class HealthIT {

    private static final Map<String, String> ALL_UP = Map.of("database", "UP", "google", "UP", "google-client", "UP",
            "keys", "UP", "revocation-feed", "UP");

    private Stage stage;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
    }

    @Test
    void readyWhenAllIsWellThenEachCheckSaysWhatItHasSeen() {
        Health ready = ask("/health/ready");

        assertEquals(200, ready.status());
        assertEquals(ALL_UP, ready.checks());
        assertTrue(ready.data("keys").get("encrypts_with").getAsInt() > 0);
        assertTrue(ready.data("keys").get("signing_keys_read_seconds_ago").getAsLong() <= 61);
        assertTrue(ready.data("revocation-feed").get("lag_ms").getAsLong() < 10_000);
        assertTrue(ready.data("database").has("clock_ahead_ms"));
    }

    @Test
    void startedWhenTheServerHasStartedThenTheSchemaIsMigratedAndTheKeysAreLoaded() {
        Health started = ask("/health/started");

        assertEquals(200, started.status());
        assertEquals(Map.of("schema", "UP", "keys", "UP"), started.checks());
        assertTrue(started.data("schema").get("version").getAsString().matches("[1-9][0-9]*"), started::toString);
    }

    @Test
    void readyWhenGoogleFailsThenItIsToldAndTheServerStaysInService() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        stage.google().control().fault(StandInArea.REFRESH, FaultKind.HTML_502, People.ADA, 3);
        Answers.later(guest.files(), 503, "google_unavailable");

        Health ready = ask("/health/ready");
        JsonObject google = ready.data("google");

        assertEquals(200, ready.status());
        assertEquals(ALL_UP, ready.checks());
        assertTrue(google.get("refresh_failed_seconds_ago").getAsLong() < 60, google::toString);
        assertTrue(google.get("exchange_answered_seconds_ago").getAsLong() < 60, google::toString);
        assertFalse(google.toString().contains("ada"), google::toString);
    }

    private Health ask(String path) {
        return Health.of(stage.holdfast(), path);
    }
}
