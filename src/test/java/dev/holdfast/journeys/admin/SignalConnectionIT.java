package dev.holdfast.journeys.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.StandInStream;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator connects Google's security signals; Bruno is one. */
@OnStage
class SignalConnectionIT {

    private static final String PATH = "/api/admin/doctor/signals";
    private static final String OTHER = "https://other.example/risc";

    private Stage stage;
    private StandInStream stream;
    private Path file;
    private Browser bruno;

    @BeforeEach
    void enter() throws IOException {
        stage = Stage.sharedFor(getClass());
        stream = stage.google().signals().stream();
        file = Stage.serviceAccountFile(stage.google());
        Files.createDirectories(file.getParent());
        Files.writeString(file, stream.newKeyFile());
        bruno = Guest.arriving(stage, People.BRUNO).browser();
    }

    @AfterEach
    void leave() throws IOException {
        Files.deleteIfExists(file);
    }

    @Test
    void connectionWhenMadeThenGoogleDeliversAndItsVerificationEventIsShown() {
        JsonObject made = connected("");

        assertEquals("made fine", outcome(made));
        assertEquals(Optional.of(bruno.at("/signals/google").toString()), stream.url());
        String state = made.getAsJsonObject("values").get("state").getAsString();
        Eventually.holds(Duration.ofSeconds(10), "the verification event is shown",
                () -> setup().get("verified_state").toString().contains(state));
        assertEquals(Set.of("receiving", "key_file_set", "address", "verified_at", "verified_state"), setup().keySet());
        assertTrue(setup().get("key_file_set").getAsBoolean());
        assertEquals("in_place fine", outcome(connected("")));
    }

    @Test
    void connectionWhenAnotherInstallationHasTheStreamThenOnlyItsNamedAddressIsReplaced() {
        stream.leave(OTHER, true);

        JsonObject foreign = connected("");
        assertEquals("foreign warning", outcome(foreign));
        assertEquals(OTHER, foreign.getAsJsonObject("values").get("found").getAsString());
        assertEquals("foreign warning", outcome(connected("?replace=" + Query.encode("https://third.example/risc"))));
        assertEquals(Optional.of(OTHER), stream.url());

        assertEquals("taken_over fine", outcome(connected("?replace=" + Query.encode(OTHER))));
        assertEquals(Optional.of(bruno.at("/signals/google").toString()), stream.url());
        Eventually.holds(Duration.ofSeconds(5), "the log tells it", () -> stage.holdfast().log().contains("HF1111"));
        JsonObject entry = Browser.json(bruno.get("/api/admin/audit?type=signals_taken_over&limit=1"))
                .getAsJsonArray("entries").get(0).getAsJsonObject();
        assertEquals(OTHER, entry.get("replaced").getAsString());
        Eventually.holds(Duration.ofSeconds(5), "the trail on disk names it too",
                () -> stage.holdfast().log().contains("replaced=\"" + OTHER + "\""));
    }

    @Test
    void connectionWhenAnotherAttemptIsUnderWayThenTheServerIsBusyAndGoogleIsNotAsked() {
        stage.google().control().fault(StandInArea.RISC, FaultKind.HANG);
        long before = stage.google().counts().of(StandInArea.RISC);
        CompletableFuture<JsonObject> first = CompletableFuture.supplyAsync(() -> connected(""));
        Eventually.holds(Duration.ofSeconds(10), "the first one asks Google",
                () -> stage.google().counts().of(StandInArea.RISC) == before + 1);

        HttpResponse<String> second = post(bruno, "?replace=" + Query.encode(OTHER));

        JsonObject busy = Answers.problem(second, 503, "server_busy");
        assertTrue(busy.get("detail").getAsString().contains("under way"), busy::toString);
        assertEquals(Optional.of("10"), second.headers().firstValue("Retry-After"));
        stage.google().control().clear();
        assertEquals("unknown unknown", outcome(first.join()));
        assertEquals(before + 1, stage.google().counts().of(StandInArea.RISC));
        assertEquals("made fine", outcome(connected("")), "the next one is free");
    }

    @Test
    void connectionWhenGoogleRefusesThenTheAnswerHasTheCureAndNothingOfTheKeyIsAnywhere() throws IOException {
        StringBuilder told = new StringBuilder(connected("").toString());
        stage.google().control().set(Switch.STREAM_REFUSAL, "permission_missing");
        JsonObject refused = connected("");
        told.append(refused);
        assertEquals("permission_missing trouble", outcome(refused));
        assertTrue(refused.get("cure").getAsString().contains("roles/riscconfigs.admin"));
        String key = Files.readString(file);
        Files.writeString(file, key.replace("BEGIN PRIVATE", "BEGIN RSA PRIVATE"));
        told.append(connected(""));
        Files.delete(file);
        told.append(connected(""));

        Eventually.holds(Duration.ofSeconds(5), "the log tells it", () -> stage.holdfast().log().contains("HF1112"));
        told.append(stage.holdfast().log());
        for (String kind : List.of("service_account_key", "service_account_token")) {
            List<String> secrets = stage.google().markers().all().get(kind);
            assertFalse(secrets.isEmpty());
            secrets.forEach(secret -> assertFalse(told.indexOf(secret.substring(secret.length() - 28)) >= 0, kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {People.ADA, People.DMITRI})
    void connectionWhenAskedByAnybodyElseThenItIsForbiddenAndGoogleIsNotAsked(String person) {
        Browser other = Guest.arriving(stage, person).browser();
        long before = stage.google().counts().of(StandInArea.RISC);

        Answers.problem(other.get(PATH), 403, "forbidden");
        Answers.problem(post(other, ""), 403, "forbidden");

        assertEquals(before, stage.google().counts().of(StandInArea.RISC));
    }

    @Test
    void connectionWhenAnotherSiteAsksThenItIsRefused() {
        Answers.problem(Browser.exchange(bruno.bearer(PATH).header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.noBody()).build()), 403, "cross_site_request");
    }

    @Test
    void connectionWhenTheAddressToReplaceIsNoneThenTheRequestIsInvalid() {
        Answers.problem(post(bruno, "?replace="), 400, "invalid_request");
        Answers.problem(post(bruno, "?replace=" + "x".repeat(501)), 400, "invalid_request");
    }

    private JsonObject connected(String query) {
        HttpResponse<String> answer = post(bruno, query);
        Answers.fine(answer);
        return Browser.json(answer);
    }

    private static HttpResponse<String> post(Browser browser, String query) {
        return Browser.exchange(browser.bearer(PATH + query).POST(BodyPublishers.noBody()).build());
    }

    private JsonObject setup() {
        return Browser.json(bruno.get(PATH));
    }

    private static String outcome(JsonObject finding) {
        return finding.get("outcome").getAsString() + " " + finding.get("verdict").getAsString();
    }
}
