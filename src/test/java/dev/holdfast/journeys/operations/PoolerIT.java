package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.ServerPair;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import dev.holdfast.storage.control.SmallPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers behind the documented PgBouncer in transaction pooling, as their people see them. */
class PoolerIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ROLE = "holdfast";

    private static StandInGoogle google;
    private static EmbeddedPostgres postgres;
    private static PgBouncer pooler;
    private static ServerPair servers;
    private static HoldfastServer one;
    private static HoldfastServer other;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(PgBouncer.program().isPresent(), "there is no PgBouncer here: install it to try the documented pooler");
        google = StandInGoogle.start();
        postgres = SmallPostgres.durable().start();
        run("create role " + ROLE + " login");
        run("create database holdfast owner " + ROLE);
        run("alter role " + ROLE + " set lock_timeout = '5s'");
        run("alter role " + ROLE + " set idle_in_transaction_session_timeout = '20s'");
        pooler = PgBouncer.startBefore(postgres.getPort(), ROLE);
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_POOLER", "transaction");
        settings.put("HOLDFAST_DB_HOST", "127.0.0.1:" + pooler.port());
        settings.put("HOLDFAST_DB_DIRECT_HOST", "127.0.0.1:" + postgres.getPort());
        settings.put("HOLDFAST_DB_TLS", "disable");
        settings.put("HOLDFAST_DB_PASSWORD", "unused");
        servers = ServerPair.start(settings, HoldfastServer::unhurried);
        one = servers.one();
        other = servers.other();
        stage = servers.stage(google);
    }

    @AfterAll
    static void stop() throws IOException {
        if (stage != null) {
            servers.close();
            pooler.close();
            postgres.close();
            google.close();
        }
    }

    /** Twenty at once share three connections of PostgreSQL, and none of them sees what another has left there. */
    @Test
    void peopleWhenManyWorkAtOnceThenTransactionsShareConnectionsAndNoneNotices() throws Exception {
        List<Worker> people = Stream.generate(() -> Guest.arriving(stage, People.ADA)).limit(20)
                .map(Guest::browser).map(Worker::new).toList();
        for (int i = 0; i < people.size(); i += 2) {
            people.get(i).browser().through(other);
        }
        try (Workers work = Workers.start(people)) {
            for (int round = 0; round < 5; round++) {
                people.forEach(Worker::lookAgain);
                Eventually.holds(SOON, "all have refreshed once more", () -> people.stream().allMatch(Worker::hasWorked));
            }
        }

        assertEquals(List.of(), people.stream().flatMap(person -> person.surprises().stream()).distinct().toList());
        people.forEach(person -> Answers.fine(person.browser().get("/api/drive/files?pageSize=1")));
        assertFalse((one.log() + other.log()).contains("prepared statement"));
        assertEquals(List.of(), pooler.complaints());
    }

    /** The feed looks at open transactions in PostgreSQL, whose connections are the pooler's. */
    @Test
    void sessionWhenASlowTransactionEndsItElsewhereThenBothServersLearnOfIt() throws SQLException {
        Browser browser = Guest.arriving(stage, People.BRUNO).browser();
        Browser atOther = browser.copy().through(other);
        String id = Browser.json(browser.get("/api/sessions")).getAsJsonArray("sessions").get(0).getAsJsonObject()
                .get("id").getAsString();
        try (Connection slow = postgres.getDatabase(ROLE, "holdfast").getConnection();
                Statement end = slow.createStatement()) {
            slow.setAutoCommit(false);
            end.execute("update user_session set end_reason = 'SIGNED_OUT', ended_at = now() at time zone 'utc' where id = '"
                    + id + "'");
            Guest next = Guest.arriving(stage, People.CARMEN);
            assertEquals(204, next.browser().logout().statusCode());
            slow.commit();
        }

        Eventually.holds(Duration.ofSeconds(5), "both servers know", () -> browser.get("/api/account").statusCode() == 401
                && atOther.get("/api/account").statusCode() == 401);
        Answers.over(browser.get("/api/account"), "session_ended", "signed_out");
        Answers.over(atOther.get("/api/account"), "session_ended", "signed_out");
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
