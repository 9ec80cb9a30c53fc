package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server of this version starts on a schema that a newer one has added to: while servers are upgraded one by one. */
class MigrationTest {

    private final Logger logger = Logger.getLogger("dev.holdfast.storage");
    private final List<String> told = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord message) {
            told.add(message.getMessage().substring(0, 6));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(listener);
    }

    @Test
    void migrateWhenDerbyIsNewerThenItStartsAndSaysSo() throws SQLException {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:newer");
        derby.setCreateDatabase("create");

        assertStartsOnANewerSchema(derby, Map.of());
    }

    @Test
    void migrateWhenPostgresqlIsNewerThenItStartsAndSaysSo() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = SmallPostgres.start()) {
            assertStartsOnANewerSchema(postgres.getPostgresDatabase(),
                    Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "localhost"));
        }
    }

    private void assertStartsOnANewerSchema(DataSource database, Map<String, String> settings) throws SQLException {
        Migration migration = new Migration();
        migration.dataSource = database;
        migration.config = new StorageConfig(SettingsOf.map(settings));
        migration.login = new DatabaseLogin() {
            @Override
            DataSource forMigrations() {
                return database;
            }
        };
        migration.migrate(null);
        assertEquals(List.of("HF0111"), told);
        String migrated = migration.version().orElseThrow();
        migration.migrate(null);
        assertEquals(migrated, migration.version().orElseThrow(), "also if there is nothing to do");
        told.clear();
        leaveATraceOfVersion(database, "99");

        migration.migrate(null);

        assertEquals(List.of("HF0111", "HF0118"), told);
        assertEquals("99", migration.version().orElseThrow());
    }

    /** Adds the history entry that Flyway of a newer version would leave. */
    private static void leaveATraceOfVersion(DataSource database, String version) throws SQLException {
        String history = "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                + " values (99, ?, 'of the future', 'SQL', 'V99__of_the_future.sql', 1, 'somebody', 1, true)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(history)) {
            insert.setString(1, version);
            insert.executeUpdate();
        }
    }
}
