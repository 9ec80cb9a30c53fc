package dev.holdfast.journeys.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An account that is disabled at one of two nodes while requests of its owner are under way at the other. */
@Order(1)
@ResourceLock(Locks.CLUSTER)
class DisablingIT {

    private static final String SESSIONS_OF = "select count(*) from user_session where account_id = '";

    private Cluster cluster;
    private Guest ada;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
        ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
    }

    @Test
    void accountWhenDisabledAtOneNodeThenTheOtherRefusesItsAccessTokenWithinASecond() {
        Browser there = ada.browser().copy().through(cluster.other());
        Answers.fine(there.get("/api/account"));
        Browser bruno = Guest.arriving(cluster.stageAt(cluster.one()), People.BRUNO).browser();
        String path = "/api/admin/accounts/" + ada.accountId() + "/disabled";

        assertEquals(204, Browser.exchange(bruno.bearer(path).PUT(HttpRequest.BodyPublishers.noBody()).build())
                .statusCode());

        Eventually.holds(Duration.ofSeconds(2), "within a second and the time of one question",
                () -> there.get("/api/account").statusCode() == 401);
        Answers.over(there.get("/api/account"), "session_ended", "account_disabled");
        assertEquals(1, cluster.number(SESSIONS_OF + ada.accountId() + "' and ended_at is not null"));
        assertEquals(0, cluster.number(SESSIONS_OF + ada.accountId() + "' and (address is not null or user_agent is not null)"),
                "a tombstone has nothing personal");
    }

    /** The account is enabled when the sign-in reads it, and disabled when the sign-in writes. */
    @Test
    void signInWhenTheAccountIsDisabledDuringItThenItIsRefused() throws SQLException {
        Browser late = cluster.browserAt(cluster.other());
        URI callback = late.answerOfGoogle(late.goToGoogle("/auth/login"), People.ADA, "all");
        long sessions = sessions();
        try (Connection administrator = cluster.connection(); Statement does = administrator.createStatement()) {
            administrator.setAutoCommit(false);
            does.execute("select 1 from account where id = '" + ada.accountId() + "' for update");
            CompletableFuture<HttpResponse<String>> arriving = CompletableFuture.supplyAsync(() -> late.arrive(callback));
            Eventually.holds(Duration.ofSeconds(10), "the sign-in waits", () -> cluster.database().isAnyWaiting());
            does.execute("update account set disabled_at = now() at time zone 'utc' where id = '" + ada.accountId() + "'");
            administrator.commit();

            String where = arriving.join().headers().firstValue("Location").orElse("");
            assertTrue(where.endsWith("/login?reason=account_disabled"), where);
        }
        assertEquals(sessions, sessions());
    }

    private long sessions() {
        return cluster.number(SESSIONS_OF + ada.accountId() + "'");
    }
}
