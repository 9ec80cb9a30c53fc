package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.SettingsOf;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The knowledge of nodes about each other's time and transactions, and about the server, from a real PostgreSQL. */
class SharedTimeTest {

    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    private static EmbeddedPostgres server;

    private final OpenTransactions transactions = new OpenTransactions();
    private final DatabaseClock clock = new DatabaseClock();
    private Instant wall = Instant.now();
    private long ticks;

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        server = SmallPostgres.start();
        try (Connection connection = connect("postgres"); Statement does = connection.createStatement()) {
            does.execute("create table thing (id int)");
            does.execute("create role holdfast login");
            does.execute("grant all on thing to holdfast");
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void enter() {
        StorageConfig config = new StorageConfig(
                SettingsOf.map(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "localhost")));
        transactions.config = config;
        transactions.dataSource = server.getDatabase("holdfast", "postgres");
        clock.config = config;
        clock.ticks = () -> ticks;
        InstantSource ours = () -> wall;
        clock.ours = ours.withZone(ZoneOffset.UTC);
    }

    /** Its next write may still carry the time at which the transaction began. */
    @Test
    void lookWhenATransactionHasOnlyReadThenItsStart() throws SQLException {
        try (Connection open = connect("holdfast")) {
            Instant began = begin(open, "select count(*) from thing");

            assertEquals(began, transactions.look(FAR).earliestStart());
        }
    }

    @Test
    void lookWhenAnotherRolesTransactionHasWrittenThenAsFarBackAsCanBe() throws SQLException {
        try (Connection open = connect("postgres")) {
            begin(open, "insert into thing values (1)");

            assertEquals(Instant.EPOCH, transactions.look(FAR).earliestStart());
        }
    }

    /** Such a server answers every read. */
    @Test
    void writeCheckWhenTheServerAcceptsNoWritesThenItSaysSo() throws SQLException {
        try (Connection connection = connect("postgres"); Statement does = connection.createStatement()) {
            does.execute("create table if not exists \"flyway_schema_history\" (\"success\" boolean)");
            WriteCheck.POSTGRESQL.run(connection);

            does.execute("set default_transaction_read_only = on");
            SQLException refused = assertThrows(SQLException.class, () -> WriteCheck.POSTGRESQL.run(connection));
            assertEquals("25006", refused.getSQLState());
        }
    }

    /** A pooler refuses the options with which connections set the bounds elsewhere. */
    @Test
    void poolerWhenTheRoleBringsNoBoundsAlongThenTheCureIsTold() throws SQLException {
        try (Connection connection = connect("postgres"); Statement does = connection.createStatement()) {
            does.execute("create role bounded login");
            does.execute("alter role bounded set lock_timeout = '5s'");
            assertTrue(PoolerCheck.cure(server.getDatabase("bounded", "postgres")).orElseThrow().contains("alter role"));

            does.execute("alter role bounded set idle_in_transaction_session_timeout = '20s'");
            assertEquals(Optional.empty(), PoolerCheck.cure(server.getDatabase("bounded", "postgres")));
        }
    }

    /** A clock that jumped would forget what is remembered for minutes, and end sessions that are not over. */
    @Test
    void instantWhenThisNodesClockIsSetThenNothingChanges() throws SQLException {
        try (Connection connection = connect("holdfast")) {
            clock.measure(connection);
            Instant before = clock.instant();
            assertTrue(Duration.between(before, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0);

            wall = wall.plus(Duration.ofMinutes(20));
            ticks += Duration.ofSeconds(2).toNanos();

            assertEquals(before.plusSeconds(2), clock.instant());
            clock.measure(connection);
            assertEquals(-20, clock.ahead().toMinutes());
        }
    }

    private static Instant begin(Connection connection, String statement) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement does = connection.createStatement()) {
            does.execute(statement);
            ResultSet found = does.executeQuery("select cast(extract(epoch from now()) * 1000000 as bigint)");
            found.next();
            return Instant.EPOCH.plus(found.getLong(1), ChronoUnit.MICROS);
        }
    }

    private static Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(user, "postgres"));
    }
}
