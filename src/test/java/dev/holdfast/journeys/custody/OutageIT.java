package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.AtTheEnd;
import dev.holdfast.journeys.stage.Crowd;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Google hangs or fails, for one person or for all, with two hundred clients on one server. */
@AtTheEnd
@ResourceLock(Locks.CROWD)
@OnStage
class OutageIT {

    private static final int CLIENTS = 200;
    private static final int ACCOUNTS = 40;
    private static final int CALLS_OF_ONE_PERSON = 16;
    private static final int MOST_OF_ONE_PERSON = 100;
    private static final Duration RECOVERY = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private Stage stage;
    private Control google;
    private Guest bystander;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        google = stage.google().control();
        bystander = Guest.arriving(stage, People.EMI);
        Answers.fine(bystander.files());
    }

    /**
     * Waits until the server has recovered from Google's faults, so that the next journey finds it ready. A refresh that
     * succeeds closes the breaker, unless the one before it failed: then it does not pass the breaker.
     */
    @AfterEach
    void clearFaults() {
        google.clear();
        Eventually.holds(RECOVERY, "the first refresh of somebody succeeds", () -> {
            Guest next = Guest.arriving(stage, People.EMI);
            google.killAccessTokens(People.EMI);
            return next.files().statusCode() == 200;
        });
    }

    @Test
    void filesWhenGoogleHangsForOnePersonThenTwoHundredOfTheirCallsKeepNoOtherPersonWaiting() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.fault(StandInArea.REFRESH, FaultKind.HANG, People.ADA, Control.ALWAYS);

        Instant begun = Instant.now();
        List<CompletableFuture<HttpResponse<String>>> waiting = guest.filesMeanwhile(CLIENTS);

        assertEverythingElseAnswers(waiting);
        Answers.fine(guest.browser().get("/api/account"));
        Answers.fine(guest.browser().refresh());
        Guest another = Guest.withSpentToken(stage, People.BRUNO);
        Answers.fine(another.files());
        assertFalse(waiting.stream().anyMatch(CompletableFuture::isDone), "all that while the refresh hung");
        assertAllTurnedAway(waiting, begun);
        assertEquals("degraded", guest.grantStatus());
        assertEquals("timeout", guest.grant().getAsJsonObject("last_failure").get("code").getAsString());
        assertEquals(1, guest.timeline().stream().filter(event -> event.startsWith("grant_refresh_failed")).count());
        assertRecovery(List.of(guest));
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, names = {"HANG", "HTML_502", "DROP"})
    void filesWhenGoogleIsOutForAllThenTheRestAnswersAndRecoversWithoutAHerd(FaultKind outage) {
        Crowd crowd = Crowd.of(stage, ACCOUNTS);
        google.fault(StandInArea.REFRESH, outage);

        Instant begun = Instant.now();
        List<CompletableFuture<HttpResponse<String>>> waiting = crowd.callMeanwhile(CLIENTS);

        if (outage == FaultKind.HANG) {
            assertEverythingElseAnswers(waiting);
        }
        assertAllTurnedAway(waiting, begun);
        assertRecovery(crowd.guests());
    }

    @Test
    void filesWhenGoogleIsSlowThenTwoHundredClientsAreServedAndNoOtherPersonWaits() {
        Crowd crowd = Crowd.of(stage, ACCOUNTS);
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(4)));

        Instant begun = Instant.now();
        List<CompletableFuture<HttpResponse<String>>> waiting = crowd.callMeanwhile(CLIENTS);

        assertEverythingElseAnswers(waiting);
        waiting.forEach(call -> Answers.fine(call.join()));
        assertTrue(Instant.now().isBefore(begun.plus(LONGEST_WAIT)), () -> "since " + begun);
        assertEquals(ACCOUNTS, stage.google().counts().of(StandInArea.REFRESH), "one refresh for each account");
    }

    @Test
    void filesWhenGoogleFailsForOnePersonAgainAndAgainThenTheOthersAreRefreshedAtOnce() {
        Guest unlucky = Guest.withSpentToken(stage, People.ADA);
        google.fault(StandInArea.REFRESH, FaultKind.HTML_502, People.ADA, Control.ALWAYS);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> insisting = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                unlucky.filesAtOnce(5).forEach(answer -> Answers.later(answer, 503, "google_unavailable"));
            }
        });
        List<Guest> others = IntStream.range(0, 6).mapToObj(each -> Guest.withTokenOf(stage, People.BRUNO, 1)).toList();
        Eventually.reaches(others.get(5).tokenExpiresAt());
        Eventually.holds(Duration.ofSeconds(60), "it has failed often", () -> unlucky.refreshTokensShown().size() >= 10);

        for (Guest other : others) {
            Answers.fine(other.files());
            HoldfastServer.await(700);
        }

        enough.set(true);
        insisting.join();
        assertRecovery(List.of(unlucky));
    }

    /** The tokens are good; only Drive is silent, and only to one person. */
    @Test
    void filesWhenDriveHangsForOnePersonThenTheyHaveSixteenCallsAtOnceAndNoOtherPersonWaits() {
        Guest guest = Guest.arriving(stage, People.ADA);
        Answers.fine(guest.files());
        google.fault(StandInArea.DRIVE, FaultKind.HANG, People.ADA, Control.ALWAYS);
        stage.google().counts().reset();

        Instant begun = Instant.now();
        List<CompletableFuture<HttpResponse<String>>> waiting = guest.filesMeanwhile(MOST_OF_ONE_PERSON + 40);

        Eventually.holds(LONGEST_WAIT, "forty are turned away", () -> waiting.stream()
                .filter(CompletableFuture::isDone).count() >= 40);
        for (String path : List.of("/health/live", "/health/ready", "/api/account", "/api/sessions", "/api/drive/files")) {
            Answers.fine(bystander.browser().get(path));
        }
        Answers.fine(bystander.browser().refresh());
        assertTrue(waiting.stream().anyMatch(call -> !call.isDone()), "all that while the others waited");
        assertAllTurnedAway(waiting, begun);
        assertEquals(CALLS_OF_ONE_PERSON, stage.google().counts().of(StandInArea.DRIVE, People.ADA),
                "Drive was asked no more");
        google.clear();
        Answers.fine(guest.files());
    }

    /** People with a good token are answered while those calls wait. No clock proves it: the calls still wait at the end. */
    private void assertEverythingElseAnswers(List<CompletableFuture<HttpResponse<String>>> waiting) {
        Eventually.holds(LONGEST_WAIT, "Google is asked", () -> stage.google().counts().of(StandInArea.REFRESH) > 0);
        for (String path : List.of("/health/live", "/health/ready", "/api/account", "/api/sessions", "/api/drive/files")) {
            Answers.fine(bystander.browser().get(path));
        }
        Answers.fine(bystander.browser().refresh());
        double threads = stage.holdfast().metric("thread_count");
        assertTrue(threads < 1206, () -> "threads: " + threads);
        assertFalse(waiting.stream().anyMatch(CompletableFuture::isDone), "all that while the others waited");
    }

    private static void assertAllTurnedAway(List<CompletableFuture<HttpResponse<String>>> waiting, Instant begun) {
        waiting.forEach(call -> Answers.later(call.join(), 503, "google_unavailable"));
        assertTrue(Instant.now().isBefore(begun.plus(LONGEST_WAIT)), () -> "since " + begun);
    }

    private void assertRecovery(List<Guest> guests) {
        google.clear();
        Instant cleared = Instant.now();
        stage.google().counts().reset();
        guests.forEach(guest -> Eventually.holds(RECOVERY, "files again", () -> guest.files().statusCode() == 200));
        assertTrue(Instant.now().isBefore(cleared.plus(RECOVERY)));
        long calls = stage.google().counts().of(StandInArea.REFRESH);
        assertTrue(calls <= guests.size() + guests.size() / 10, () -> calls + " calls for " + guests.size() + " accounts");
        guests.forEach(guest -> assertEquals("active", guest.grantStatus()));
    }
}
