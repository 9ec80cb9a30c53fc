package dev.holdfast.journeys.operations;

import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Ports;
import dev.holdfast.journeys.stage.SharedDatabase;
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
import java.util.Map;

/** A PostgreSQL with a base backup and an archive of its write-ahead log, which can go back to a point in time. */
final class ArchivedDatabase implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Path home;
    private final Path archive;
    private final int port = Ports.free();
    private EmbeddedPostgres postgres;

    private ArchivedDatabase(Path home) throws IOException {
        this.home = home;
        this.archive = Files.createDirectory(home.resolve("archive"));
        this.postgres = started(home.resolve("first"), true);
    }

    static ArchivedDatabase start() throws IOException {
        Path all = Files.createDirectories(Path.of("target/journeys"));
        ArchivedDatabase database = new ArchivedDatabase(Files.createTempDirectory(all, "archived-").toAbsolutePath());
        database.run("alter system set archive_command = 'test ! -f " + database.archive + "/%f && cp %p " + database.archive
                + "/%f'");
        database.run("select pg_reload_conf()");
        return database;
    }

    Map<String, String> settings() {
        return SharedDatabase.settings(postgres);
    }

    void backUp() throws IOException, SQLException {
        BaseBackup.take(postgres, home.resolve("first"), home.resolve("base"));
    }

    /** Loses the server and its directory, and restores what it had at that time. */
    void restoreTo(String time) throws IOException {
        String last = text("select pg_walfile_name(pg_switch_wal())");
        Eventually.holds(SOON, "the write-ahead log is archived", () -> Files.exists(archive.resolve(last)));
        postgres.close();
        Path base = home.resolve("base");
        Files.writeString(base.resolve("postgresql.auto.conf"), "restore_command = 'cp " + archive + "/%f %p'\n"
                + "recovery_target_time = '" + time + "'\nrecovery_target_action = 'promote'\n", StandardOpenOption.APPEND);
        Files.createFile(base.resolve("recovery.signal"));
        postgres = started(base, false);
        Eventually.holds(SOON, "it accepts writes", () -> text("select pg_is_in_recovery()").equals("f"));
    }

    void run(String statement) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String text(String query) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private EmbeddedPostgres started(Path data, boolean isNew) throws IOException {
        return SmallPostgres.durable().setPort(port).setDataDirectory(data).setCleanDataDirectory(isNew)
                .setServerConfig("archive_mode", "on").start();
    }
}
