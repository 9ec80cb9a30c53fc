package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The runnable jar, stopped and started again and again: only requests during a restart notice it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {

    private static StandInGoogle google;
    private static HoldfastServer jar;
    private static Stage stage;
    private static List<Guest> people;

    @BeforeAll
    static void start() {
        google = StandInGoogle.start();
        jar = HoldfastServer.jar(Stage.settingsFor(google)).start();
        stage = Stage.apart(google, jar, answer -> { });
        people = List.of(Guest.arriving(stage, People.ADA), Guest.arriving(stage, People.BRUNO));
        people.forEach(guest -> Answers.fine(guest.files()));
    }

    @AfterAll
    static void stop() {
        jar.close();
        google.close();
    }

    @Test
    @Order(1)
    void startWhenStoppedBeforeThenPeopleAreStillSignedIn() {
        assertStopped("SIGTERM to the started process ends all of it");
        google.counts().reset();
        jar.start();

        people.forEach(RestartIT::assertStillSignedIn);
    }

    /** The handbook's backup of embedded Derby: stop the server, copy its data directory. */
    @Test
    @Order(2)
    void startWhenOnACopyOfTheDataDirectoryThenPeopleAreStillSignedIn() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target/journeys"), "backup-").toAbsolutePath();
        assertStopped("no child is left");
        copy(jar.dataDirectory(), copy);
        google.counts().reset();
        jar.restartWith("HOLDFAST_DATA_DIR", copy.toString());

        people.forEach(RestartIT::assertStillSignedIn);
    }

    /**
     * Google would refuse the refresh token of another client. Google is not asked, and the current client is not blamed.
     */
    @Test
    @Order(3)
    void startWhenTheClientIdHasChangedThenPeopleSignInOnceMoreAndNoAlarmIsRaised() {
        Guest ada = Guest.withSpentToken(stage, People.ADA);
        google.control().registerClient("another-client", google.clientSecret());
        jar.restartWith("HOLDFAST_GOOGLE_CLIENT_ID", "another-client");

        Answers.over(ada.files(), "google_access_lost", "google_client_rejected");
        ada.signIn();

        Answers.fine(ada.files());
        assertEquals("active", ada.grantStatus());
        assertEquals(0, ada.refreshes());
        assertFalse(jar.log().contains("HF0804"), "the client is fine");
    }

    @Test
    @Order(4)
    void serverWhenTheProcessOfTheJarIsKilledThenItEndsAsWell() {
        List<ProcessHandle> server = jar.killStarted();

        assertEquals(1, server.size(), "the jar has started one server");
        Eventually.holds(Duration.ofSeconds(40), "the server ends with the jar's process, though that was killed",
                () -> server.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void assertStopped(String what) {
        assertTrue(jar.stop(), what);
        assertFalse(jar.isReady());
    }

    private static void assertStillSignedIn(Guest guest) {
        Answers.fine(guest.browser().get("/api/account"));
        Answers.fine(guest.browser().refresh());
        Answers.fine(guest.files());
        assertTrue(guest.refreshes() <= 1);
        assertEquals("active", guest.grantStatus());
        assertEquals(0, google.counts().of(StandInArea.AUTHORIZATION), "no consent");
        assertEquals(0, google.counts().of(StandInArea.EXCHANGE), "no sign-in");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path each : all) {
            Path there = to.resolve(from.relativize(each));
            if (Files.isDirectory(each)) {
                Files.createDirectories(there);
            } else {
                Files.copy(each, there);
            }
        }
    }
}
