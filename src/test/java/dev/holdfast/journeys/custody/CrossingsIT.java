package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.control.Control;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The act of a person at one node, and the work that the other node does or still has to do at that moment. */
@ResourceLock(Locks.CLUSTER)
class CrossingsIT {

    private static final String PARKED = "select count(*) from parked_revocation";
    private static final Duration SOON = Duration.ofSeconds(10);

    private Cluster cluster;
    private Control google;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
        google = cluster.google().control();
    }

    @AfterEach
    void leave() {
        google.reset();
    }

    /** The token that the other node holds lacks the scope, but must not make Holdfast ask for consent once more. */
    @Test
    void filesWhenTheMissingScopeWasJustGrantedAtTheOtherNodeThenItIsNotAskedForAgain() {
        google.changeSub(People.CARMEN, UUID.randomUUID().toString());
        Browser here = cluster.browserAt(cluster.one());
        here.comeBack(here.goToGoogle("/auth/login"), People.CARMEN, "openid email profile");
        here.refresh();
        Browser there = here.copy().through(cluster.other());
        Answers.problem(there.get("/api/drive/files"), 403, "google_scope_missing");

        here.comeBack(here.goToGoogle("/auth/login"), People.CARMEN, "all");
        assertEquals(200, here.refresh().statusCode());

        Answers.fine(here.copy().through(cluster.other()).get("/api/drive/files"));
    }

    @Test
    void signInWhenTheGrantIsTakenAwayDuringItThenWhatItBroughtSuffices() throws SQLException {
        Guest ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "always");
        Browser late = cluster.browserAt(cluster.other());
        URI callback = late.answerOfGoogle(late.goToGoogle("/auth/login?return_to=/files"), People.ADA, "all");
        try (Connection other = cluster.connection(); Statement does = other.createStatement()) {
            other.setAutoCommit(false);
            does.execute("delete from google_grant where account_id = '" + ada.accountId() + "'");
            CompletableFuture<HttpResponse<String>> arriving = CompletableFuture.supplyAsync(() -> late.arrive(callback));
            Eventually.holds(SOON, "the sign-in waits", () -> cluster.database().isAnyWaiting());
            other.commit();

            String where = arriving.join().headers().firstValue("Location").orElse("");
            assertTrue(where.endsWith("/files"), where);
        }
        late.refresh();
        Answers.fine(late.get("/api/drive/files"));
    }

    /** A request after the end of the account: its access token still lives at the other node, or a proxy was slow. */
    @Test
    void disconnectWhenTheAccountWasErasedThenItIsNoServerFault() throws SQLException {
        Guest emi = Guest.arriving(cluster.stageAt(cluster.one()), People.EMI);
        try (Connection other = cluster.connection(); Statement does = other.createStatement()) {
            for (String table : new String[] {"google_grant where account_id", "activity where account_id", "account where id"}) {
                does.execute("delete from " + table + " = '" + emi.accountId() + "'");
            }
        }

        assertEquals(204, emi.browser().delete("/api/google/grant").statusCode());
    }

    @Test
    void parkedRevocationWhenADayIsOverThenItIsGoneAndOperatorsAreTold() {
        google.fault(StandInArea.REVOCATION, FaultKind.HTML_502);
        Guest ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        assertEquals(204, ada.browser().delete("/api/google/grant").statusCode());
        assertTrue(cluster.number(PARKED) >= 1);
        assertFalse(told(), "not before");

        cluster.run("update parked_revocation set gives_up_at = now() at time zone 'utc',"
                + " next_try_at = now() at time zone 'utc'");

        Eventually.holds(Duration.ofSeconds(30), "it is gone", () -> cluster.number(PARKED) == 0);
        Eventually.holds(SOON, "the log says so", this::told);
    }

    private boolean told() {
        return (cluster.one().log() + cluster.other().log()).contains("HF0808");
    }
}
