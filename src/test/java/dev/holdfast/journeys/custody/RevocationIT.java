package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant that is given up at Holdfast is revoked at Google as well (RFC 7009); a newer grant is not. */
@OnStage
class RevocationIT {

    private static final Duration UNDER_WAY = Duration.ofSeconds(3);

    /** By this time a failed revocation is tried again: twenty seconds later, by a job that runs every five. */
    private static final Duration TRIED_AGAIN = Duration.ofSeconds(26);

    private Stage stage;
    private Control google;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
    }

    @Test
    void grantWhenDisconnectedThenGoogleHearsAtOnce() {
        Guest guest = Guest.arriving(stage, People.ADA);
        stage.google().counts().reset();

        assertEquals(204, guest.browser().delete("/api/google/grant").statusCode());

        Eventually.holds(Duration.ofSeconds(10), "Google has been told", () -> revocations() == 1);
    }

    /** Google revokes the whole grant: a revocation that is still on its way would destroy the new consent. */
    @Test
    void signInWhenARevocationIsOnItsWayThenTheNewGrantIsAskedForAfterIt() {
        disconnectSlowly();

        Browser browser = stage.browser();
        URI consentRequired = consentRequired(browser);
        // The revocation takes that long, as people take on a page of Google's.
        HoldfastServer.await(UNDER_WAY.toMillis());
        assertEquals(303, browser.comeBack(consentRequired, People.ADA, "all").statusCode());
        assertGrantLives(browser);
    }

    /** A retry would revoke the consent of a person who is at Google's consent page at that moment. */
    @Test
    void signInWhenARevocationHasFailedBeforeThenItDoesNotBeginBetweenTheTripsOfTheSignIn() {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.fault(StandInArea.REVOCATION, Fault.answer(502, Map.of(), ""), People.ADA, 1);
        google.fault(StandInArea.REVOCATION, Fault.slow(UNDER_WAY), People.ADA, 1);
        stage.google().counts().reset();
        assertEquals(204, guest.browser().delete("/api/google/grant").statusCode());
        Eventually.holds(Duration.ofSeconds(4), "Google has failed", () -> revocations() == 1);
        Instant failed = Instant.now();

        Browser browser = stage.browser();
        URI consentRequired = consentRequired(browser);
        Eventually.reaches(failed.plus(TRIED_AGAIN));
        assertEquals(1, revocations(), "nothing begins that would take back what the person is about to give");
        assertEquals(stage.holdfast().origin() + "/", next(browser.comeBack(consentRequired, People.ADA, "all")).toString());

        Eventually.reaches(Instant.now().plus(UNDER_WAY));
        assertGrantLives(browser);
        assertEquals(1, revocations(), "dropped");
    }

    /** A session is refused if its grant would be dead a moment later. */
    @Test
    void signInWhenARevocationIsStillOnItsWayAtItsSecondTripThenItIsRefusedUntilThatIsOver() {
        Guest guest = disconnectSlowly();

        Browser browser = stage.browser();
        URI consentRequired = consentRequired(browser);
        URI refused = next(browser.comeBack(consentRequired, People.ADA, "all"));
        assertEquals(stage.holdfast().origin() + "/login?reason=google_unavailable", refused.toString());
        assertFalse(browser.cookies().containsKey("holdfast"), "no session");

        Eventually.reaches(Instant.now().plus(UNDER_WAY));
        assertGrantLives(guest.elsewhere().browser());
    }

    /** Disconnects while Google is slow: Google hears of it at once, and takes its time. */
    private Guest disconnectSlowly() {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.fault(StandInArea.REVOCATION, Fault.slow(UNDER_WAY), People.ADA, 1);
        stage.google().counts().reset();
        assertEquals(204, guest.browser().delete("/api/google/grant").statusCode());
        Eventually.holds(Duration.ofSeconds(4), "Google is being told", () -> revocations() == 1);
        return guest;
    }

    /** Makes the first trip of a sign-in, which brings no refresh token and leads to a second trip. */
    private static URI consentRequired(Browser browser) {
        URI consentRequired = next(browser.comeBack(browser.goToGoogle("/auth/login"), People.ADA, "all"));
        assertEquals("consent", Query.of(consentRequired).get("prompt"), consentRequired::toString);
        return consentRequired;
    }

    private static URI next(HttpResponse<String> back) {
        return URI.create(back.headers().firstValue("Location").orElseThrow());
    }

    private void assertGrantLives(Browser browser) {
        Answers.fine(browser.refresh());
        assertEquals("active", Browser.json(browser.get("/api/google/grant")).get("status").getAsString());
        google.killAccessTokens(People.ADA);
        Answers.fine(browser.get("/api/drive/files"));
        Answers.fine(browser.refresh());
    }

    private long revocations() {
        return stage.google().counts().of(StandInArea.REVOCATION);
    }
}
