package dev.holdfast.journeys.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The answers, the logs and the files on the disk after a busy day with every kind of failure. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsIT {

    private static final Queue<HttpResponse<String>> ANSWERS = new ConcurrentLinkedQueue<>();

    private static StandInGoogle google;
    private static Map<String, String> settings;
    private static HoldfastServer holdfast;
    private static Stage stage;
    private static Guest untouched;
    private static Guest flipped;
    private static Guest moved;
    private static Map<FaultKind, UUID> refused;

    @BeforeAll
    static void playABusyDay() {
        google = StandInGoogle.start();
        settings = Stage.settingsFor(google);
        settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + randomKey(1));
        holdfast = HoldfastServer.unhurried(settings).start();
        stage = Stage.apart(google, holdfast, ANSWERS::add);
        BusyDay day = new BusyDay(stage);
        day.failAtSignIn();
        refused = day.beRefused();
        untouched = Guest.arriving(stage, People.BRUNO);
        flipped = Guest.arriving(stage, People.ADA);
        moved = Guest.arriving(stage, People.EMI);
        day.visitEverything(untouched);
        day.haveTroubleWithDrive(flipped);
        assertTrue(holdfast.stop(), "nothing of it is left");
    }

    @AfterAll
    static void close() {
        holdfast.close();
        google.close();
    }

    @Test
    @Order(1)
    void scanWhenASecretIsPlantedThenItIsFound(@TempDir Path directory) throws Exception {
        Map<String, List<String>> markers = google.markers().all();
        for (String kind : List.of("access_token", "refresh_token", "code", "id_token", "code_verifier", "client_secret", "state",
                "nonce")) {
            String secret = markers.get(kind).get(0);
            Path planted = Files.writeString(directory.resolve(kind), "cut" + secret.substring(Math.max(0, secret.length() - 28)));

            assertFalse(secretsOfGoogle().findingsBelow(directory).isEmpty(), kind);
            Files.delete(planted);
        }
        assertFalse(ownTokens().isEmpty());
        assertTrue(ANSWERS.size() > 50);
    }

    @Test
    @Order(2)
    void answersWhenTheDayIsOverThenNoneHoldsASecretOfGoogle() {
        // Both values go through the browser to Google, and come back.
        SecretScan scan = secretsOfGoogle(Set.of("state", "nonce"));
        TreeSet<String> findings = new TreeSet<>();
        for (HttpResponse<String> answer : ANSWERS) {
            findings.addAll(scan.findingsIn(answer.uri().getPath(), answer.headers().map() + answer.body()));
        }

        assertEquals(new TreeSet<>(), findings);
    }

    @Test
    @Order(3)
    void diskWhenTheDayIsOverThenNoFileHoldsASecretOfGoogleOrATokenOfOurs() {
        Path everything = holdfast.dataDirectory().getParent();

        assertTrue(holdfast.log().contains("HF0803"), "the day is in the log");
        assertTrue(Files.isDirectory(holdfast.dataDirectory().resolve("derby")));
        assertEquals(new TreeSet<>(), secretsOfGoogle().findingsBelow(everything));
        assertEquals(new TreeSet<>(), new SecretScan(ownTokens()).findingsBelow(everything));
        assertEquals(new TreeSet<>(), new SecretScan(List.of(settings.get("HOLDFAST_CRYPTO_KEYS").substring(2)))
                .findingsBelow(everything));
    }

    @Test
    @Order(4)
    void rowsWhenGoogleHasRefusedThenOnlyARevokedGrantLostItsTokens() throws Exception {
        try (StoredRows rows = StoredRows.of(holdfast)) {
            assertRow(rows, FaultKind.INVALID_RAPT, "REAUTH_REQUIRED");
            assertRow(rows, FaultKind.ADMIN_POLICY_ENFORCED, "BLOCKED_BY_POLICY");
            assertRow(rows, FaultKind.INVALID_CLIENT, "CLIENT_REJECTED");
            assertEquals("REVOKED", rows.status(refused.get(FaultKind.INVALID_GRANT)));
            assertNull(rows.token("refresh_token", refused.get(FaultKind.INVALID_GRANT)));
            assertNull(rows.token("access_token", refused.get(FaultKind.INVALID_GRANT)));
        }
    }

    private static void assertRow(StoredRows rows, FaultKind refusal, String status) throws Exception {
        assertEquals(status, rows.status(refused.get(refusal)));
        assertNotNull(rows.token("refresh_token", refused.get(refusal)));
    }

    @Test
    @Order(5)
    void startWhenRowsWereTamperedWithAndAKeyIsNewThenOnlyHonestRowsOpen() throws Exception {
        tamper();
        settings.put("HOLDFAST_CRYPTO_KEYS", "2:" + randomKey(2) + "," + settings.get("HOLDFAST_CRYPTO_KEYS"));
        holdfast.start();
        google.counts().reset();

        Answers.fine(untouched.files());
        google.control().killAccessTokens(People.BRUNO);
        Answers.fine(untouched.files());
        Answers.later(flipped.files(), 503, "google_unavailable");
        Answers.later(moved.files(), 503, "google_unavailable");

        assertEquals(0, flipped.refreshes() + moved.refreshes());
        assertEquals("active", flipped.grantStatus());
        assertTrue(holdfast.log().contains("HF0811"), "an alarm line");
        Answers.fine(flipped.browser().refresh());
    }

    @Test
    @Order(6)
    void signInWhenTheStoredTokenCannotBeReadThenConsentIsAskedForAndAllIsWell() throws Exception {
        google.counts().reset();

        flipped.signIn();

        assertEquals(2, google.counts().of(StandInArea.EXCHANGE, People.ADA));
        Answers.fine(flipped.files());
        assertTrue(holdfast.stop());
        try (StoredRows rows = StoredRows.of(holdfast)) {
            assertEquals(2, rows.token("refresh_token", flipped.accountId())[4], "the first key encrypts");
        }
        assertEquals(new TreeSet<>(), secretsOfGoogle().findingsBelow(holdfast.dataDirectory().getParent()));
    }

    private static void tamper() throws Exception {
        try (StoredRows rows = StoredRows.of(holdfast)) {
            for (String column : List.of("refresh_token", "access_token")) {
                byte[] honest = rows.token(column, flipped.accountId());
                rows.overwrite(column, moved.accountId(), honest);
                byte[] changed = honest.clone();
                changed[changed.length / 2] ^= 1;
                rows.overwrite(column, flipped.accountId(), changed);
            }
        }
    }

    private static SecretScan secretsOfGoogle() {
        return secretsOfGoogle(Set.of());
    }

    private static SecretScan secretsOfGoogle(Set<String> butThese) {
        return new SecretScan(google.markers().all().entrySet().stream().filter(kind -> !butThese.contains(kind.getKey()))
                .flatMap(kind -> kind.getValue().stream()).toList());
    }

    /** Returns the access and refresh JWTs that were sent. */
    private static List<String> ownTokens() {
        return ownTokens(ANSWERS);
    }

    static List<String> ownTokens(Iterable<HttpResponse<String>> answers) {
        List<String> tokens = new ArrayList<>();
        for (HttpResponse<String> answer : answers) {
            if (answer.body().contains("\"access_token\"")) {
                tokens.add(Browser.json(answer).get("access_token").getAsString());
            }
            answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.matches("holdfast=ey.*"))
                    .forEach(cookie -> tokens.add(cookie.substring("holdfast=".length(), cookie.indexOf(';'))));
        }
        return tokens;
    }

    private static String randomKey(long seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
