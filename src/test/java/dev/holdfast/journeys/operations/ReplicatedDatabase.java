package dev.holdfast.journeys.operations;

import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Ports;
import dev.holdfast.storage.control.SmallPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A PostgreSQL that accepts writes, and a standby that follows it by streaming replication. The roles change as operators
 * change them; the two addresses stay the same.
 */
final class ReplicatedDatabase implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);

    private record Server(EmbeddedPostgres postgres, Path data) {}

    private final Path home;
    private final int[] ports = {Ports.free(), Ports.free()};
    private Server primary;
    private Server standby;
    private int copies;

    private ReplicatedDatabase(Path home) throws IOException {
        this.home = home;
        primary = started(ports[0], home.resolve("first"));
    }

    static ReplicatedDatabase start() throws IOException {
        Path all = Files.createDirectories(Path.of("target/journeys"));
        return new ReplicatedDatabase(Files.createTempDirectory(all, "replicated-").toAbsolutePath());
    }

    /** Returns the settings with which a server works on both. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_HOST", "localhost:" + ports[0] + ",localhost:" + ports[1]);
        settings.put("HOLDFAST_DB_TLS", "disable");
        settings.put("HOLDFAST_DB_NAME", "postgres");
        settings.put("HOLDFAST_DB_USER", "postgres");
        settings.put("HOLDFAST_DB_PASSWORD", "postgres");
        return settings;
    }

    /** Makes a standby of the server that writes, if there is none, and waits until it has caught up. */
    void follow() throws IOException, SQLException {
        if (standby == null) {
            Path copy = home.resolve("copy-" + ++copies);
            BaseBackup.take(primary.postgres(), primary.data(), copy);
            int port = primary.postgres().getPort() == ports[0] ? ports[1] : ports[0];
            Files.writeString(copy.resolve("postgresql.auto.conf"), "primary_conninfo = 'host=localhost port="
                    + primary.postgres().getPort() + " user=postgres'\n", StandardOpenOption.APPEND);
            Files.createFile(copy.resolve("standby.signal"));
            standby = started(port, copy);
        }
        catchUp();
    }

    /** Waits until the standby has everything that was committed so far. */
    void catchUp() {
        String written = text(primary, "select pg_current_wal_lsn()");
        Eventually.holds(SOON, "the standby has caught up", () -> text(standby,
                "select coalesce(pg_last_wal_replay_lsn(), '0/0') >= '" + written + "'").equals("t"));
    }

    /** From now on, a commit is answered when the standby has it too. */
    void makeSynchronous() {
        run("alter system set synchronous_standby_names = '*'");
        run("select pg_reload_conf()");
        Eventually.holds(SOON, "replication is synchronous",
                () -> number("select count(*) from pg_stat_replication where sync_state = 'sync'") == 1);
    }

    /** Stops the replication: from now on, commits are in one server alone. */
    void cutOff() {
        run(standby, "alter system set primary_conninfo = ''");
        run(standby, "select pg_reload_conf()");
        Eventually.holds(SOON, "nothing is received", () -> number("select count(*) from pg_stat_replication") == 0);
    }

    /** Kills the server that writes with kill -9, and promotes the standby. */
    void failOver() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(primary.data().resolve("postmaster.pid")).get(0));
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        primary = standby;
        standby = null;
        run("alter system reset synchronous_standby_names");
        run("select pg_reload_conf()");
        run("select pg_promote()");
    }

    /** Runs a statement on the server that writes. */
    void run(String statement) {
        run(primary, statement);
    }

    long number(String query) {
        return Long.parseLong(text(primary, query));
    }

    @Override
    public void close() throws IOException {
        if (standby != null) {
            standby.postgres().close();
        }
        primary.postgres().close();
    }

    private static Server started(int port, Path data) throws IOException {
        return new Server(SmallPostgres.durable().setPort(port).setDataDirectory(data).setCleanDataDirectory(isNew(data))
                .setServerConfig("wal_keep_size", "256MB").start(), data);
    }

    /** A copy must be taken as it is, without another {@code initdb}. */
    private static boolean isNew(Path data) {
        return !Files.exists(data.resolve("PG_VERSION"));
    }

    private static void run(Server server, String statement) {
        try (Connection connection = server.postgres().getPostgresDatabase().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(Server server, String query) {
        try (Connection connection = server.postgres().getPostgresDatabase().getConnection();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
