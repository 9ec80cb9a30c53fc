package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.ForeignService;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.journeys.stage.Workplace;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The runnable jar, stopped and started again and again, with other keys, data, algorithm and client: only requests during a
 * restart notice it. Each start tests all that it can.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {

    private static final String KEYS = "HOLDFAST_CRYPTO_KEYS";
    private static final int EX_CONFIG = 78;
    private static final String FIRST = "1:" + Workplace.newKey();
    private static final String SECOND = "4711:" + Workplace.newKey();
    private static final String THIRD = "3:" + Workplace.newKey();

    private static StandInGoogle google;
    private static HoldfastServer jar;
    private static Stage stage;
    private static List<Guest> people;
    private static String signedAtFirst;

    @BeforeAll
    static void start() throws Exception {
        google = StandInGoogle.start();
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put(KEYS, FIRST);
        settings.put("HOLDFAST_SESSION_SIGNING_KEY_LIFETIME", "PT10S");
        jar = HoldfastServer.jar(settings).start();
        stage = Stage.apart(google, jar, answer -> { });
        people = List.of(Guest.arriving(stage, People.ADA), Guest.arriving(stage, People.BRUNO));
        people.forEach(guest -> Answers.fine(guest.files()));
        signedAtFirst = people.get(0).browser().accessToken();
        accepted("ES256", signedAtFirst);
    }

    @AfterAll
    static void stop() {
        jar.close();
        google.close();
    }

    /** The shape of an installation that has nothing switched on: what is off shows nowhere. */
    @Test
    @Order(1)
    void filesWhenNothingIsConfiguredBeyondTheNeedfulThenInTheShapeOfTheContractAlone() {
        JsonObject page = Browser.json(people.get(0).files());

        assertEquals(Set.of("files", "next_page_token", "incomplete"), page.keySet());
        assertEquals(Set.of("id", "name", "mime_type", "size", "modified_at", "web_view_link", "icon_link", "owned_by_me",
                "shared_drive"), page.getAsJsonArray("files").get(0).getAsJsonObject().keySet());
    }

    @Test
    @Order(2)
    void startWhenTheEncryptionKeyIsNewThenPeopleAreStillSignedInAndTheOldKeyIsNeededNoMore() {
        assertStopped("SIGTERM to the started process ends all of it");
        google.counts().reset();
        jar.restartWith(KEYS, SECOND + "," + FIRST);

        Eventually.holds(Duration.ofSeconds(30), "re-encryption reports none left",
                () -> jar.log().contains("everything stored is encrypted with key 4711"));
        assertEquals(0, Metrics.of(jar).value("holdfast_reencryption_rows_left"));
        people.forEach(RestartIT::assertStillSignedIn);
    }

    /** Java says nothing if it cannot use the archive; then its file is not in the memory of the process. */
    @Test
    @Order(3)
    void startWhenAServerHasStoppedBeforeThenJavaUsesTheClassesThatItKept() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/maps"))
                && Files.exists(Path.of(System.getProperty("java.home"), "lib/server/classes.jsa")), "Linux, and such a Java");
        StringBuilder mapped = new StringBuilder();
        for (ProcessHandle each : jar.everyProcess()) {
            mapped.append(Files.readString(Path.of("/proc", Long.toString(each.pid()), "maps")));
        }

        assertTrue(mapped.toString().contains("/classes-version-"), jar::log);
        assertFalse(jar.log().contains("HF0103"), "the launcher was not killed");
    }

    /** The handbook's backup of embedded Derby: stop the server, copy its data directory. */
    @Test
    @Order(4)
    void startWhenOnACopyOfTheDataDirectoryAndWithoutTheOldKeyThenPeopleAreStillSignedIn() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target/journeys"), "backup-").toAbsolutePath();
        assertStopped("no child is left");
        copy(jar.dataDirectory(), copy);
        google.counts().reset();
        jar.restartWith(Map.of("HOLDFAST_DATA_DIR", copy.toString(), KEYS, SECOND,
                "HOLDFAST_SESSION_SIGNING_ALGORITHM", "RS256"));

        people.forEach(RestartIT::assertStillSignedIn);
    }

    /** The last start changed it. */
    @Test
    @Order(5)
    void keysWhenTheAlgorithmIsChangedThenAllStaySignedInAndAnotherLibraryAcceptsTheNewTokens() throws Exception {
        Browser ada = people.get(0).browser();
        Eventually.holds(Duration.ofSeconds(20), "RS256 signs", () -> {
            Answers.fine(ada.refresh());
            return "RS256".equals(Jws.header(ada.accessToken()).get("alg").getAsString());
        });

        Answers.fine(ada.get("/api/account"));
        accepted("RS256", ada.accessToken());
        assertFalse(jwks().matches("(?s).*\"(d|p|q|k|dp|dq|qi)\".*"), "public parts only");
        assertNotEquals(kidOf(signedAtFirst), kidOf(ada.accessToken()));
    }

    /**
     * Google would refuse the refresh token of another client. Google is not asked, and the current client is not blamed.
     */
    @Test
    @Order(6)
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
    @Order(7)
    void serverWhenTheProcessOfTheJarIsKilledThenItEndsAsWell() {
        List<ProcessHandle> server = jar.killStarted();

        assertEquals(1, server.size(), "the jar has started one server");
        Eventually.holds(Duration.ofSeconds(40), "the server ends with the jar's process, though that was killed",
                () -> server.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** The status says that another try will not help, and the log names the missing key. */
    @Test
    @Order(8)
    void startWhenTheKeyOfWhatIsStoredIsMissingThenItIsRefused() throws InterruptedException {
        assertEquals(EX_CONFIG, jar.launchWith(KEYS, THIRD).awaitExit(Duration.ofMinutes(4)));

        assertTrue(jar.log().contains("it needs key 4711 of holdfast.crypto.keys"), jar::log);
        assertTrue(Pattern.compile("(?m)HF0102 .*signing key.*4711").matcher(jar.log()).find(), jar::log);
        assertFalse(jar.log().contains(THIRD.substring(2)), "no key is told");
    }

    private static void accepted(String algorithm, String token) throws Exception {
        ForeignService.accepted(algorithm, token, jwks(), jar.origin().toString());
    }

    private static String jwks() {
        return people.get(0).browser().get("/.well-known/jwks.json").body();
    }

    private static String kidOf(String token) {
        return Jws.header(token).get("kid").getAsString();
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
