package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A refresh under way on one node, and the acts of people on the other: the later intention wins. */
@ResourceLock(Locks.CLUSTER)
class GrantRacesIT {

    private static final String PARKED = "select count(*) from parked_revocation";
    private static final String TOLD_IN_VAIN = "select count(*) from parked_revocation p where tries = 1 and exists"
            + " (select 1 from revocation_try t where t.subject_hash = p.subject_hash"
            + " and t.settled_at <= now() at time zone 'utc')";
    private static final Duration SOON = Duration.ofSeconds(10);

    private Cluster cluster;
    private Control google;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
        google = cluster.google().control();
        awaitNothingParked();
        google.set(Switch.ROTATE_REFRESH_TOKENS, "true");
        google.set(Switch.OLD_REFRESH_TOKEN_DIES, "true");
    }

    @AfterEach
    void leave() {
        google.reset();
    }

    @Test
    void filesWhenTheOtherNodeReplacesARejectedTokenThenTheWaiterUsesTheNewOne() {
        Guest here = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        Guest there = here.at(cluster.other());
        Answers.fine(here.files());
        Answers.fine(there.files());
        google.killAccessTokens(People.ADA);
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(2)), People.ADA, 1);

        CompletableFuture<HttpResponse<String>> first = here.filesMeanwhile();
        Eventually.holds(SOON, "the refresh is under way", () -> here.refreshes() == 1);
        HttpResponse<String> waited = there.files();

        Answers.fine(waited);
        Answers.fine(first.join());
        assertEquals(1, here.refreshes());
    }

    @Test
    void filesWhenTheGrantIsReplacedElsewhereThenThePreviousTokenIsForgottenWithinASecond() {
        Guest here = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        Answers.fine(here.files());
        Set<String> former = tokensShownToDrive();

        here.elsewhere(cluster.stageAt(cluster.other()));

        Eventually.holds(Duration.ofSeconds(2), "the new token is used", () -> {
            Answers.fine(here.files());
            return !former.containsAll(tokensShownToDrive());
        });
    }

    @Test
    void disconnectWhenARefreshIsInFlightOnEitherNodeThenItAlwaysEndsDisconnected() {
        google.fault(StandInArea.REVOCATION, FaultKind.HTML_502);
        List<Guest> guests = IntStream.range(0, 16)
                .mapToObj(round -> Guest.withTokenOf(cluster.stageAt(cluster.one()), People.BRUNO, 1)).toList();
        Eventually.reaches(guests.get(15).tokenExpiresAt());
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofMillis(150)), People.BRUNO, Control.ALWAYS);
        for (int round = 0; round < guests.size(); round++) {
            Guest guest = guests.get(round);
            Guest refreshing = guest.at(round % 2 == 0 ? cluster.one() : cluster.other());
            Guest leaving = guest.at(round % 4 < 2 ? cluster.one() : cluster.other());
            CompletableFuture<HttpResponse<String>> files = refreshing.filesMeanwhile();
            HoldfastServer.await(20L * round);
            assertEquals(204, leaving.browser().delete("/api/google/grant").statusCode());

            int status = files.join().statusCode();
            assertTrue(status == 200 || status == 401, "round " + round + ": " + files.join().body());
            assertEquals(-1, cluster.database().version(guest.accountId()), "round " + round);
        }
    }

    @Test
    void signInWhenARefreshIsInFlightOnTheOtherNodeThenTheNewGrantStandsAndTheLateTokenIsDropped() {
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "always");
        Guest guest = Guest.withSpentToken(cluster.stageAt(cluster.one()), People.ADA);
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(4)), People.ADA, 1);
        CompletableFuture<HttpResponse<String>> late = guest.filesMeanwhile();
        Eventually.holds(SOON, "the refresh is under way", () -> guest.refreshes() == 1);
        Set<String> before = refreshTokensIssued();
        Guest back = guest.at(cluster.other()).signIn();
        Set<String> ofTheSignIn = new HashSet<>(refreshTokensIssued());
        ofTheSignIn.removeAll(before);
        assertFalse(late.isDone(), "the sign-in was faster");
        assertEquals(1, ofTheSignIn.size());

        Answers.fine(late.join());
        google.killAccessTokens(People.ADA);
        Answers.fine(back.files());
        List<String> shown = back.refreshTokensShown();
        assertEquals(ofTheSignIn.iterator().next(), shown.get(shown.size() - 1));
        assertEquals("active", back.grantStatus());
        assertEquals(0, cluster.database().number(PARKED));
    }

    @Test
    void accountWhenErasedDuringARefreshOnTheOtherNodeThenNothingIsLeftAndTheLateTokenIsRevoked() {
        google.fault(StandInArea.REVOCATION, FaultKind.HTML_502);
        Guest guest = Guest.withSpentToken(cluster.stageAt(cluster.one()), People.EMI);
        String subject = cluster.google().people().get(People.EMI).sub();
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(2)), People.EMI, 1);
        CompletableFuture<HttpResponse<String>> late = guest.filesMeanwhile();
        Eventually.holds(SOON, "the refresh is under way", () -> guest.refreshes() == 1);

        assertEquals(204, guest.at(cluster.other()).browser().delete("/api/account").statusCode());
        assertFalse(late.isDone(), "the erase was faster");

        assertEquals(401, late.join().statusCode());
        assertEquals(2, cluster.database().number(PARKED), "the token that was stored and the one that came late");
        String everything = cluster.database().everything();
        for (String trace : List.of(guest.accountId().toString(), subject)) {
            assertFalse(everything.contains(trace), trace);
        }
        google.clear();
        awaitNothingParked();
    }

    @Test
    void signInWhenALateTokenOfAnErasedAccountComesInThenTheNewGrantIsNotRevoked() {
        google.fault(StandInArea.REVOCATION, FaultKind.HTML_502);
        Guest guest = Guest.withSpentToken(cluster.stageAt(cluster.one()), People.EMI);
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(4)), People.EMI, 1);
        CompletableFuture<HttpResponse<String>> late = guest.filesMeanwhile();
        Eventually.holds(SOON, "the refresh is under way", () -> guest.refreshes() == 1);
        assertEquals(204, guest.at(cluster.other()).browser().delete("/api/account").statusCode());
        Guest back = guest.elsewhere();
        assertFalse(late.isDone(), "the sign-in was faster");

        assertEquals(401, late.join().statusCode());

        assertEquals(0, cluster.database().number(PARKED), "Google's revocation would take the new grant away");
        google.killAccessTokens(People.EMI);
        Answers.fine(back.files());
    }

    /** While both transactions are open, neither sees what the other writes. */
    @Test
    void signInWhenALateTokenOfAnErasedAccountCrossesItThenTheNewGrantIsNotRevoked() throws SQLException {
        google.fault(StandInArea.REVOCATION, FaultKind.HTML_502);
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "always");
        Guest guest = Guest.withSpentToken(cluster.stageAt(cluster.one()), People.EMI);
        Browser back = cluster.browserAt(cluster.other());
        URI callback = back.answerOfGoogle(back.goToGoogle("/auth/login?return_to=/files"), People.EMI, "all");
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(4)), People.EMI, 1);
        CompletableFuture<HttpResponse<String>> late = guest.filesMeanwhile();
        Eventually.holds(SOON, "the refresh is under way", () -> guest.refreshes() == 1);
        assertEquals(204, guest.at(cluster.other()).browser().delete("/api/account").statusCode());
        Eventually.holds(SOON, "Google has not heard of the erase", () -> cluster.number(TOLD_IN_VAIN) == 1);
        try (Connection other = cluster.connection(); Statement does = other.createStatement()) {
            other.setAutoCommit(false);
            does.execute("lock table user_session in share mode");
            CompletableFuture<HttpResponse<String>> arriving = CompletableFuture.supplyAsync(() -> back.arrive(callback));
            Eventually.holds(SOON, "the sign-in waits", () -> cluster.database().waiting() == 1);
            assertFalse(late.isDone(), "the sign-in was faster");
            Eventually.holds(SOON, "the late token has come", () -> late.isDone() || cluster.database().waiting() == 2);
            other.commit();

            String where = arriving.join().headers().firstValue("Location").orElse("");
            assertTrue(where.endsWith("/files"), where);
        }
        assertEquals(401, late.join().statusCode());
        assertEquals(0, cluster.number(PARKED), "Google's revocation would take the new grant away");
    }

    private Set<String> refreshTokensIssued() {
        return Set.copyOf(cluster.google().markers().all().get("refresh_token"));
    }

    private Set<String> tokensShownToDrive() {
        Set<String> tokens = new HashSet<>();
        cluster.google().journal().entries(StandInArea.DRIVE)
                .forEach(entry -> tokens.add(entry.headers().get("Authorization")));
        return tokens;
    }

    /** The pause after a failed try ends early here. */
    private void awaitNothingParked() {
        cluster.run("update parked_revocation set next_try_at = parked_at");
        Eventually.holds(Duration.ofSeconds(90), "Google has been told", () -> cluster.database().number(PARKED) == 0);
    }
}
