package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.standin.Area;
import dev.holdfast.standin.People;
import dev.holdfast.standin.StandInGoogle;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The runnable jar, stopped and started again: nobody notices but those who asked meanwhile. */
class RestartIT {

    @Test
    void startWhenStoppedBeforeThenPeopleAreStillSignedIn() {
        try (StandInGoogle google = StandInGoogle.start();
                HoldfastServer jar = HoldfastServer.jar(Stage.settingsFor(google)).start()) {
            Stage stage = Stage.apart(google, jar, answer -> { });
            List<Guest> people = List.of(Guest.arriving(stage, People.ADA), Guest.arriving(stage, People.BRUNO));
            people.forEach(guest -> Answers.fine(guest.files()));

            assertTrue(jar.stop(), "SIGTERM to the started process ends all of it");
            assertFalse(jar.isReady());
            google.counts().reset();
            jar.start();

            people.forEach(guest -> assertStillSignedIn(guest, google));
            List<ProcessHandle> server = jar.killStarted();
            assertEquals(1, server.size(), "the jar has started one server");
            Eventually.holds(Duration.ofSeconds(40), "the server ends with the jar's process, though that was killed",
                    () -> server.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    /** Google would refuse the refresh token of another client: it is not asked, and the client of today is not blamed. */
    @Test
    void startWhenTheClientIdHasChangedThenPeopleSignInOnceMoreAndNoAlarmIsRaised() {
        try (StandInGoogle google = StandInGoogle.start();
                HoldfastServer jar = HoldfastServer.jar(Stage.settingsFor(google)).start()) {
            Guest ada = Guest.withSpentToken(Stage.apart(google, jar, answer -> { }), People.ADA);
            google.control().registerClient("another-client", google.clientSecret());
            jar.restartWith("HOLDFAST_GOOGLE_CLIENT_ID", "another-client");

            Answers.over(ada.files(), "google_access_lost", "google_client_rejected");
            ada.signIn();

            Answers.fine(ada.files());
            assertEquals("active", ada.grantStatus());
            assertEquals(0, ada.refreshes());
            assertFalse(jar.log().contains("HF0804"), "the client is fine");
        }
    }

    private static void assertStillSignedIn(Guest guest, StandInGoogle google) {
        Answers.fine(guest.browser().get("/api/account"));
        Answers.fine(guest.browser().refresh());
        Answers.fine(guest.files());
        assertTrue(guest.refreshes() <= 1);
        assertEquals("active", guest.grantStatus());
        assertEquals(0, google.counts().of(Area.AUTHORIZATION), "no consent");
        assertEquals(0, google.counts().of(Area.EXCHANGE), "no sign-in");
    }
}
