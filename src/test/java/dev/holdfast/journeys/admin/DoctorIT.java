package dev.holdfast.journeys.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The check-up: its subjects, the people who may ask for it, and the classic mistakes that it finds. */
@ResourceLock(Locks.CLUSTER)
class DoctorIT {

    /** Longer than the result of a check-up is kept. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private Cluster cluster;
    private Browser bruno;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
        bruno = Guest.arriving(cluster.stageAt(cluster.one()), People.BRUNO).browser();
    }

    @AfterEach
    void leave() {
        cluster.google().control().reset();
    }

    @Test
    void doctorWhenAskedByAnAdministratorThenEachFindingHasAVerdictItsCureAndWordsOnThePage() throws IOException {
        String words = Files.readString(Path.of("frontend/src/app/admin/finding-words.ts"));
        Eventually.holds(SOON, "all is well", () -> findings().values().stream()
                .allMatch(finding -> verdict(finding).equals("fine")));

        Map<String, JsonObject> findings = findings();
        assertEquals(Set.of("public_url", "address_in_use", "database", "database_clock", "encryption_key", "signing_keys",
                "consent_screen", "workspace_policy", "token_budget", "client_rejections", "discovery", "google_clock",
                "client", "redirect_uri", "proxy", "drive_api", "google_apis", "signals"), findings.keySet());
        findings.values().forEach(finding -> {
            assertEquals(Set.of("check", "verdict", "outcome", "values", "detail", "cure"), finding.keySet());
            assertTrue(finding.get("cure").getAsString().isEmpty(), finding::toString);
            assertTrue(words.contains("'" + finding.get("check").getAsString() + "." + finding.get("outcome").getAsString() + "':"),
                    finding::toString);
        });
    }

    @Test
    void doctorWhenAskedByAnybodyElseThenItIsForbiddenAndGoogleIsNotAsked() {
        Browser ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA).browser();
        long before = cluster.google().counts().of(StandInArea.REFRESH);

        Answers.problem(ada.get("/api/admin/doctor"), 403, "forbidden");

        assertEquals(before, cluster.google().counts().of(StandInArea.REFRESH));
    }

    @Test
    void doctorWhenTheClientIsWrongThenItSaysSo() {
        cluster.google().control().fault(StandInArea.REFRESH, FaultKind.INVALID_CLIENT);
        Metrics before = Metrics.of(cluster.one());

        Eventually.holds(SOON, "the client is rejected", () -> verdict("client").equals("trouble"));

        Metrics after = Metrics.of(cluster.one());
        String calls = "holdfast_google_call_seconds_count";
        assertTrue(after.since(before, calls, "call=\"checkup\",end=\"answered\"") >= 1);
        assertEquals(0, after.since(before, calls, "call=\"refresh\""), "nobody's grant was refreshed");
        assertEquals(0, after.since(before, "holdfast_google_client_rejected_total"), "the alarm is about people");
        assertFalse(findings().get("client").toString().contains(cluster.google().clientSecret()));
    }

    @Test
    void doctorWhenTheDriveApiIsNotSwitchedOnThenItSaysSoUntilDriveWorks() {
        Guest ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        cluster.google().control().fault(StandInArea.DRIVE, FaultKind.ACCESS_NOT_CONFIGURED, People.ADA, 1);
        assertFalse(ada.files().statusCode() == 200);

        Eventually.holds(SOON, "the API is missed", () -> verdict("drive_api").equals("trouble"));
        assertTrue(findings().get("drive_api").get("cure").getAsString()
                .contains("https://console.cloud.google.com/apis/library/drive.googleapis.com"));

        Answers.fine(ada.files());
        Eventually.holds(SOON, "it is there", () -> verdict("drive_api").equals("fine"));
    }

    @Test
    void doctorWhenPagesOfAnotherAddressCallThenItSaysSo() {
        HttpRequest foreign = HttpRequest.newBuilder(cluster.one().origin().resolve("/auth/token/refresh"))
                .header("Origin", "http://other.example").header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<String> refused = Browser.exchange(foreign);
        Answers.problem(refused, 403, "cross_site_request");

        Eventually.holds(SOON, "the address is told", () -> verdict("address_in_use").equals("warning"));
        assertFalse(findings().get("address_in_use").toString().contains("other.example"), "text from outside is not repeated");
    }

    @Test
    void doctorWhenGrantsDieAfterAWeekThenTheConsentScreenIsSuspected() {
        for (int guest = 0; guest < 3; guest++) {
            Guest.arriving(cluster.stageAt(cluster.one()), People.EMI);
        }
        cluster.run("update google_grant set refresh_token_expires_at = granted_at + interval '7 days'"
                + " where account_id in (select id from account where email = '" + People.EMI + "')");
        try {
            Eventually.holds(SOON, "testing is suspected", () -> verdict("consent_screen").equals("trouble"));
        } finally {
            cluster.run("update google_grant set refresh_token_expires_at = null");
        }
    }

    private String verdict(String check) {
        return verdict(findings().get(check));
    }

    private static String verdict(JsonObject finding) {
        return finding.get("verdict").getAsString();
    }

    private Map<String, JsonObject> findings() {
        HttpResponse<String> answer = bruno.get("/api/admin/doctor");
        Answers.fine(answer);
        JsonObject told = Browser.json(answer);
        assertTrue(told.has("checked_at"));
        Map<String, JsonObject> findings = new TreeMap<>();
        told.getAsJsonArray("findings").forEach(each ->
                findings.put(each.getAsJsonObject().get("check").getAsString(), each.getAsJsonObject()));
        return findings;
    }
}
