package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Crowd;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.StandInSignals;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The node that refreshes dies, at every step of the way; Google gives a new refresh token each time. */
@Order(3)
@ResourceLock(Locks.CLUSTER)
class NodeLossIT {

    private static final Duration BACK_AT_WORK = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);

    private Cluster cluster;
    private Control google;
    private Guest guest;
    private Guest atOther;

    @BeforeEach
    void arriveWithASpentToken() throws IOException {
        cluster = Cluster.shared();
        google = cluster.google().control();
        guest = Guest.withSpentToken(cluster.stageAt(cluster.one()), People.CARMEN);
        atOther = guest.at(cluster.other());
        google.set(Switch.ROTATE_REFRESH_TOKENS, "true");
    }

    @AfterEach
    void bringBothNodesBack() {
        google.clear();
        cluster.one().awaitReady();
    }

    /** One death tests three people and a security signal, because each costs the start of a server. */
    @Test
    void filesWhenTheNodeDiesBeforeInOrAfterGooglesAnswerThenTheOtherWorksWithinThirtySecondsAndAllStaySignedIn()
            throws SQLException {
        Guest halfway = Guest.withTokenOf(cluster.stageAt(cluster.one()), People.EMI, 1);
        Guest writing = Guest.withSpentToken(cluster.stageAt(cluster.one()), People.BRUNO);
        Guest revoked = Guest.arriving(cluster.stageAt(cluster.one()), People.DMITRI);
        google.fault(StandInArea.REFRESH, Fault.hang(), People.CARMEN, 1);
        google.fault(StandInArea.REFRESH, Fault.hangMidway(200), People.EMI, 1);
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(2)), People.BRUNO, 1);
        guest.filesMeanwhile();
        halfway.filesMeanwhile();
        Eventually.holds(SOON, "Google is asked", () -> guest.refreshes() == 1);
        Eventually.holds(SOON, "Google has begun to answer", () -> cluster.google().journal()
                .entries(StandInArea.REFRESH).stream().anyMatch(entry -> entry.status() == 200));
        writing.filesMeanwhile();
        Eventually.holds(SOON, "the lease is taken", () -> cluster.database().isLeased(writing.accountId()));
        long version = cluster.database().version(writing.accountId());
        try (Connection held = cluster.database().holdGrantOf(writing.accountId());
                Connection alsoHeld = cluster.database().holdGrantOf(revoked.accountId())) {
            Eventually.holds(SOON, "the write is blocked", cluster.database()::isAnyWaiting);
            assertEquals(202, report("tokens-revoked", People.DMITRI));
            Eventually.holds(SOON, "the signal is worked on", () -> signals(revoked, "taken_until is not null") == 1
                    && cluster.database().waiting() > 1);
            killTheFirst();
            held.rollback();
            alsoHeld.rollback();
        }

        Eventually.holds(BACK_AT_WORK, "the other node works on the signal", () -> signals(revoked, "done_at is not null") == 1);
        Answers.over(revoked.at(cluster.other()).browser().refresh(), "session_ended", "google_revoked");
        assertEquals(1, cluster.number("select count(*) from activity where type = 'signal_received' and account_id = '"
                + revoked.accountId() + "'"), "it was worked on once");
        assertBackAtWork(atOther, halfway.at(cluster.other()), writing.at(cluster.other()));
        assertEquals(1, guest.refreshTokensShown().stream().distinct().count(), "the only one there is");
        assertEquals(version + 1, cluster.database().version(writing.accountId()), "what the dead node wrote is not there");
    }

    @Test
    void filesWhenTheNodeDiesRightAfterTheWriteThenTheRotatedTokenIsUsedNext() {
        google.set(Switch.OLD_REFRESH_TOKEN_DIES, "true");
        long version = cluster.database().version(guest.accountId());
        guest.filesMeanwhile();
        while (cluster.database().version(guest.accountId()) == version) {
            Thread.onSpinWait();
        }

        killTheFirst();

        Answers.fine(atOther.files());
        assertEquals(1, guest.refreshes(), "what the dead node wrote serves the other at once");
        google.killAccessTokens(People.CARMEN);
        Answers.fine(atOther.files());
        List<String> shown = guest.refreshTokensShown();
        assertEquals(2, shown.size());
        assertNotEquals(shown.get(0), shown.get(1));
    }

    @Test
    void filesWhenTheDeadNodeWasRefreshingManyThenOnlyThoseWait() {
        Crowd crowd = Crowd.of(cluster.stageAt(cluster.one()), 40);
        google.fault(StandInArea.REFRESH, Fault.hang());
        crowd.callMeanwhile(40);
        Eventually.holds(SOON, "Google is asked for many", () -> cluster.google().counts().of(StandInArea.REFRESH) >= 32);
        killTheFirst();
        google.clear();

        List<CompletableFuture<HttpResponse<String>>> waiting = crowd.at(cluster.other()).callMeanwhile(40);
        Guest another = Guest.withSpentToken(cluster.stageAt(cluster.other()), People.EMI);

        Answers.fine(another.files());
        assertTrue(waiting.stream().filter(call -> !call.isDone()).count() >= 32, "all that while they waited");
        // That a lease ends by itself, and when, is tested above.
        cluster.run("update google_grant set lease_owner = null, lease_until = null");
        waiting.forEach(call -> Answers.fine(call.join()));
        assertBackAtWork(atOther);
    }

    @Test
    void filesWhenTheStorageStallsAfterGoogleHasAnsweredThenTheRotatedTokenIsNotLost() throws Exception {
        google.set(Switch.OLD_REFRESH_TOKEN_DIES, "true");
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(2)), People.CARMEN, 1);
        CompletableFuture<HttpResponse<String>> waiting = guest.filesMeanwhile();
        Eventually.holds(SOON, "the lease is taken", () -> cluster.database().isLeased(guest.accountId()));
        try (Connection held = cluster.database().holdGrantOf(guest.accountId())) {
            Eventually.holds(SOON, "the write is blocked", cluster.database()::isAnyWaiting);
            // Longer than a connection to the database waits for an answer.
            HoldfastServer.await(11_000);
            held.rollback();
        }

        Answers.fine(waiting.join());
        assertEquals(1, guest.refreshes());
        google.killAccessTokens(People.CARMEN);
        Answers.fine(atOther.files());
        assertEquals("active", atOther.grantStatus());
    }

    private int report(String event, String person) {
        StandInSignals signals = cluster.google().signals();
        return signals.deliver(cluster.one().origin().resolve("/signals/google"), signals.token(signals.about(person, event)));
    }

    private long signals(Guest guest, String condition) {
        return cluster.number("select count(*) from signal_inbox where account_id = '" + guest.accountId() + "' and "
                + condition);
    }

    private void killTheFirst() {
        cluster.one().kill();
        cluster.one().awaitEnd();
        cluster.one().launch();
    }

    /** Expects each person to get files within thirty seconds of the death. */
    private static void assertBackAtWork(Guest... guests) {
        Instant killed = Instant.now();
        for (Guest each : guests) {
            HttpResponse<String> answer = each.files();
            while (answer.statusCode() == 503 && Instant.now().isBefore(killed.plus(BACK_AT_WORK))) {
                Answers.later(answer, 503, "google_unavailable");
                answer = each.files();
            }
            Answers.fine(answer);
            assertTrue(Instant.now().isBefore(killed.plus(BACK_AT_WORK)), "within thirty seconds");
        }
        for (Guest each : guests) {
            assertEquals("active", each.grantStatus());
            Answers.fine(each.browser().refresh());
        }
    }
}
