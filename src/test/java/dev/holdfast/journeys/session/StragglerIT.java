package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A refresh that arrives late, on two real nodes, signs no person out; a thief's refresh still does. */
@ResourceLock(Locks.CLUSTER)
class StragglerIT {

    private static final String FIRST_KEY = "the-first-refresh-000001";
    private static final Duration SOON = Duration.ofSeconds(10);

    private Cluster cluster;
    private Guest guest;
    private Browser browser;
    private Browser late;

    @BeforeEach
    void arrive() throws IOException {
        cluster = Cluster.shared();
        guest = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        late = guest.browser().copy();
        browser = guest.browser().copy().through(cluster.other());
    }

    @AfterEach
    void wakeUp() {
        cluster.one().resume();
    }

    /** The same happens after a long garbage collection, a suspended machine or a full accept queue. */
    @Test
    void refreshWhenAStoppedNodeFindsItInItsSocketMuchLaterThenThePersonStaysSignedIn() {
        cluster.one().pause();
        CompletableFuture<HttpResponse<String>> lost = CompletableFuture.supplyAsync(() -> late.refresh(FIRST_KEY));
        Answers.fine(browser.refresh(FIRST_KEY));
        Answers.fine(browser.refresh());
        Answers.fine(browser.refresh());
        assertFalse(lost.isDone());

        cluster.one().resume();

        HttpResponse<String> superseded = lost.join();
        Answers.problem(superseded, 409, "refresh_superseded");
        assertEquals("no-store", superseded.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(SetCookie.all(superseded).isEmpty());
        Answers.fine(browser.get("/api/account"));
        Answers.fine(browser.refresh());
        assertEquals(List.of("signed_in"), timeline());
    }

    /** A proxy repeats the request at the other node, which has never seen it. */
    @Test
    void refreshWhenItComesAgainAfterManyMoreThenTheLastEightAreKnownAndNothingIsWritten() {
        Answers.fine(browser.refresh(FIRST_KEY));
        for (int more = 0; more < 7; more++) {
            Answers.fine(browser.refresh());
        }
        String row = row();

        Answers.problem(late.refresh(FIRST_KEY), 409, "refresh_superseded");
        Answers.problem(late.copy().through(cluster.other()).refresh(FIRST_KEY), 409, "refresh_superseded");

        assertEquals(row, row());
        Answers.fine(browser.refresh());
        Answers.over(late.refresh(FIRST_KEY), "session_ended", "token_reused");
    }

    /** Rows written by the previous version have no history. */
    @Test
    void refreshWhenThePreviousVersionRotatedThenAnOlderTokenIsReuseAndTheLatestIsRepeated() {
        Answers.fine(browser.refresh(FIRST_KEY));
        cluster.run("update user_session set past_rotations = null" + ofTheSession());
        Answers.fine(late.copy().refresh(FIRST_KEY));
        Answers.fine(browser.refresh());

        Answers.over(late.refresh(FIRST_KEY), "session_ended", "token_reused");
    }

    /** A person with write access to the database cannot use a token of their own for another account. */
    @Test
    void refreshWhenTheRowWasMovedToAnotherAccountThenTheTokenIsRefusedThere() {
        Guest victim = Guest.arriving(cluster.stageAt(cluster.one()), People.BRUNO);
        cluster.run("update user_session set account_id = '" + victim.accountId() + "'" + ofTheSession());
        assertFalse(Answers.problem(browser.copy().refresh(), 401, "session_ended").has("reason"));
        Eventually.holds(SOON, "operators are told", () -> cluster.other().log().contains("HF0710"));

        cluster.run("update user_session set account_id = '" + guest.accountId() + "'" + ofTheSession());

        Answers.fine(browser.refresh());
    }

    /** The lock of a row holds both requests up for longer than the grace; both had arrived in time. */
    @Test
    void refreshWhenTheServerGetsToItAfterTheGraceThenItsArrivalCounts() throws SQLException {
        try (Connection other = cluster.connection(); Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select 1 from user_session" + ofTheSession() + " for update");
            List<CompletableFuture<HttpResponse<String>>> tabs = List.of(browser.copy(), browser.copy()).stream()
                    .map(tab -> CompletableFuture.supplyAsync(() -> tab.refresh(null))).toList();
            Eventually.holds(SOON, "both wait", () -> cluster.database().waiting() >= 2);
            HoldfastServer.await(Cluster.GRACE.plusSeconds(1).toMillis());
            other.rollback();

            assertEquals(1, tabs.stream().map(CompletableFuture::join).peek(Answers::fine)
                    .map(SetCookie::of).map(SetCookie::value).distinct().count());
        }
    }

    @Test
    void logoutWhenItArrivesAfterTheNextSignInThenTheNewSessionLives() {
        Guest again = guest.elsewhere();

        assertEquals(204, late.copy().logout().statusCode());
        assertEquals(204, late.copy().through(cluster.other()).logout().statusCode());

        Answers.over(browser.refresh(), "session_ended", "signed_out");
        Answers.fine(again.browser().refresh());
        Answers.fine(again.browser().get("/api/account"));
    }

    /** Its access token belongs to a session that the first copy has ended. */
    @Test
    void disconnectWhenItArrivesAgainAfterTheNextConsentThenTheNewGrantStands() {
        assertEquals(204, browser.copy().delete("/api/google/grant").statusCode());
        Eventually.holds(SOON, "Google has heard of it", () -> cluster.number("select count(*) from parked_revocation") == 0);
        Guest again = guest.elsewhere();
        assertEquals("active", again.grantStatus());

        Answers.over(browser.copy().delete("/api/google/grant"), "session_ended", "disconnected");

        assertEquals("active", again.grantStatus());
        Answers.fine(again.browser().refresh());
    }

    private List<String> timeline() {
        return guest.elsewhere().timeline().stream().distinct().toList();
    }

    private String row() {
        try (Connection connection = cluster.connection(); Statement select = connection.createStatement();
                var row = select.executeQuery("select t::text from user_session t" + ofTheSession())) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String ofTheSession() {
        return " where id = '" + Jws.claims(late.accessToken()).get("sid").getAsString() + "'";
    }
}
