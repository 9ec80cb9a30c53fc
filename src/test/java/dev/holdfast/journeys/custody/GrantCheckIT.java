package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A person asks Google, through Holdfast, for the state of their grant. */
@OnStage
@ResourceLock(Locks.CLUSTER)
class GrantCheckIT {

    private static final String CHECK = "/api/google/grant/check";

    /** Longer than the ten seconds after which a check may ask Google again. */
    private static final Duration NEXT_CHECK = Duration.ofSeconds(20);

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Stage stage;
    private Control google;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        guest = Guest.arriving(stage, People.CARMEN);
        stage.google().counts().reset();
    }

    @Test
    void checkWhenAllIsWellThenGoogleIsAskedAndTheGrantIsToldWithTheTime() {
        JsonObject before = guest.grant();
        assertFalse(before.has("checked_at"), "of the answer of a check alone");

        HttpResponse<String> answer = check();

        Answers.fine(answer);
        JsonObject grant = Browser.json(answer);
        assertEquals("active", grant.get("status").getAsString());
        Set<String> members = new HashSet<>(before.keySet());
        members.add("checked_at");
        assertEquals(members, grant.keySet());
        assertFalse(Instant.parse(grant.get("checked_at").getAsString())
                .isBefore(Instant.parse(before.get("last_refreshed_at").getAsString())));
        assertFalse(answer.body().contains("standin-at-") || answer.body().contains("standin-rt-"), "no token");
        assertEquals(1, guest.refreshes());
        Answers.fine(guest.files());
    }

    @Test
    void checkWhenRepeatedWithinTenSecondsThenTheLastAnswerIsToldAndGoogleIsNotAsked() {
        String first = check().body();

        assertEquals(first, check().body());
        assertEquals(1, guest.refreshes());
    }

    @Test
    void checkWhenAccessWasRemovedAtGoogleThenEverySessionEndsWithItsReason() {
        Guest elsewhere = guest.elsewhere();
        google.revoke(People.CARMEN);

        Answers.over(check(), "google_access_lost", "google_revoked");

        Answers.over(elsewhere.browser().get("/api/google/grant"), "session_ended", "google_revoked");
    }

    @Test
    void checkWhenFiftyAskAtOnceThenGoogleIsAskedOnce() {
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofMillis(700)), People.CARMEN, Control.ALWAYS);

        List<HttpResponse<String>> answers = checksMeanwhile(guest, 50).stream().map(CompletableFuture::join).toList();

        answers.forEach(Answers::fine);
        assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count(), "one answer for all");
        assertEquals(1, guest.refreshes());
    }

    @Test
    void checkWhenGoogleFailsAndTheTokenIsStillValidThenTheGrantIsToldAsDegradedUntilTheNextCheck() {
        google.fault(StandInArea.REFRESH, FaultKind.STATUS_429, People.CARMEN, Control.ALWAYS);

        JsonObject grant = Browser.json(check());

        assertEquals("degraded", grant.get("status").getAsString());
        assertEquals("http_429", grant.getAsJsonObject("last_failure").get("code").getAsString());
        Answers.fine(guest.files());
        google.clear();
        Eventually.holds(NEXT_CHECK, "a check has found Google well again", () -> statusTold().equals("active"));
        assertTrue(guest.timeline().contains("grant_healed"), guest::toString);
    }

    @Test
    void checkWhenGoogleFailsAndNoTokenIsValidThenUnavailable() {
        Guest spent = Guest.withSpentToken(stage, People.CARMEN);
        google.fault(StandInArea.REFRESH, FaultKind.JSON_503, People.CARMEN, Control.ALWAYS);

        Answers.later(check(spent), 503, "google_unavailable");

        google.clear();
        assertEquals("degraded", spent.grantStatus());
    }

    /** The pause after a failure does not hold up a check that the person asked for. */
    @Test
    void checkWhenARefreshHasJustFailedThenGoogleIsAskedAllTheSame() {
        Guest spent = Guest.withSpentToken(stage, People.CARMEN);
        google.fault(StandInArea.REFRESH, FaultKind.STATUS_429, People.CARMEN, Control.ALWAYS);
        Answers.later(spent.files(), 503, "google_unavailable");
        google.clear();

        assertEquals("active", Browser.json(check(spent)).get("status").getAsString());
    }

    @Test
    void checkWhenAnotherSiteAsksThenNothingIsDone() {
        HttpRequest foreign = guest.browser().bearer(CHECK).setHeader("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.noBody()).build();

        Answers.problem(Browser.exchange(foreign), 403, "cross_site_request");
        assertEquals(0, guest.refreshes());
    }

    @Test
    void checkWhenAskedAtTwoNodesAtOnceThenGoogleIsAskedOnce() throws IOException {
        Cluster cluster = Cluster.shared();
        Guest here = Guest.arriving(cluster.stageAt(cluster.one()), People.CARMEN);
        Guest there = here.at(cluster.other());
        cluster.google().counts().reset();
        cluster.google().control()
                .fault(StandInArea.REFRESH, Fault.slow(Duration.ofMillis(700)), People.CARMEN, Control.ALWAYS);

        List<HttpResponse<String>> answers = Stream.of(here, there).flatMap(guestAt -> checksMeanwhile(guestAt, 20).stream())
                .toList().stream().map(CompletableFuture::join).toList();

        cluster.google().control().clear();
        answers.forEach(Answers::fine);
        assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count(), "one answer for all");
        Answers.fine(check(there));
        assertEquals(1, here.refreshes());
    }

    private String statusTold() {
        return Browser.json(check()).get("status").getAsString();
    }

    private HttpResponse<String> check() {
        return check(guest);
    }

    private static HttpResponse<String> check(Guest caller) {
        return caller.browser().keepingCookies(request(caller));
    }

    private static HttpRequest.Builder request(Guest caller) {
        return caller.browser().bearer(CHECK).POST(BodyPublishers.noBody());
    }

    private static List<CompletableFuture<HttpResponse<String>>> checksMeanwhile(Guest caller, int times) {
        return IntStream.range(0, times)
                .mapToObj(time -> HTTP.sendAsync(request(caller).build(), BodyHandlers.ofString())).toList();
    }
}
