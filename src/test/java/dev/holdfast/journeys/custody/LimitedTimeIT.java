package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google lets people allow access for a limited time: {@code refresh_token_expires_in}. */
@OnStage
class LimitedTimeIT {

    private Stage stage;
    private Control google;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
    }

    @Test
    void grantWhenForALimitedTimeThenItsEndIsShownKeptAndToldToOperatorsOnce() {
        google.set(Switch.REFRESH_TOKEN_EXPIRES_IN, People.ADA, "172800");
        Guest ada = Guest.withSpentToken(stage, People.ADA);
        google.clear(Switch.REFRESH_TOKEN_EXPIRES_IN, People.ADA);
        Instant end = Instant.parse(ada.grant().get("expires_at").getAsString());
        long wrongBy = Math.abs(Duration.between(Instant.now().plus(Duration.ofDays(2)), end).toSeconds());
        assertTrue(wrongBy < 60, "in two days: " + end);

        assertEquals(200, ada.files().statusCode());
        assertEquals(end, Instant.parse(ada.grant().get("expires_at").getAsString()), "a refresh says nothing of it");
        String warning = "HF0814 The grant of account " + ada.accountId();
        Eventually.holds(Duration.ofSeconds(45), "operators are told", () -> stage.holdfast().log().contains(warning));
    }

    @Test
    void grantWhenItsTimeIsOverThenItIsRevokedLikeAnyOther() {
        google.set(Switch.REFRESH_TOKEN_EXPIRES_IN, People.BRUNO, "1");
        Guest bruno = Guest.withSpentToken(stage, People.BRUNO);
        Eventually.reaches(Instant.parse(bruno.grant().get("expires_at").getAsString()));

        Answers.over(bruno.files(), "google_access_lost", "google_revoked");
    }

    @Test
    void grantWhenForGoodThenNoEndIsShown() {
        assertTrue(Guest.arriving(stage, People.EMI).grant().get("expires_at").isJsonNull());
    }
}
