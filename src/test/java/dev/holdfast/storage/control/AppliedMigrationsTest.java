package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The quick look at the history of a schema says "current" exactly when Flyway would find nothing to do and nothing to
 * refuse.
 */
class AppliedMigrationsTest {

    private static final String HISTORY = "\"flyway_schema_history\"";

    private SmallDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = SmallDatabase.open(SmallDatabase.Kind.DERBY);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void currentVersionWhenFlywayHasDoneAllThenItIsTheNewest(SmallDatabase.Kind kind) throws Exception {
        try (SmallDatabase migrated = SmallDatabase.open(kind)) {
            assertEquals(Optional.of(Integer.toString(AppliedMigrations.NEWEST)), new AppliedMigrations("db/migration/"
                    + kind.name().toLowerCase(Locale.ROOT)).currentVersion(migrated.dataSource()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update " + HISTORY + " set \"checksum\" = \"checksum\" + 1 where \"version\" = '3'",
        "update " + HISTORY + " set \"checksum\" = null where \"version\" = '3'",
        "update " + HISTORY + " set \"success\" = false where \"version\" = '12'",
        "update " + HISTORY + " set \"script\" = 'V3__another_name.sql' where \"version\" = '3'",
        "update " + HISTORY + " set \"version\" = null where \"version\" = '3'",
        "update " + HISTORY + " set \"version\" = '2.1' where \"version\" = '3'",
        "delete from " + HISTORY + " where \"version\" = '12'",
        "delete from " + HISTORY + " where \"version\" = '3'",
        "insert into " + HISTORY + " select 99, '99', \"description\", \"type\", 'V99__new.sql', \"checksum\","
                + " \"installed_by\", \"installed_on\", \"execution_time\", \"success\" from " + HISTORY
                + " where \"version\" = '12'",
        "drop table " + HISTORY})
    void currentVersionWhenTheHistoryIsAnotherThenItIsLeftToFlyway(String change) throws Exception {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }

        assertEquals(Optional.empty(), new AppliedMigrations("db/migration/derby").currentVersion(database.dataSource()));
    }

    @Test
    void currentVersionWhenThereIsNoDatabaseThenItIsLeftToFlyway() {
        EmbeddedDataSource nowhere = new EmbeddedDataSource();
        nowhere.setDatabaseName("memory:" + UUID.randomUUID());

        assertEquals(Optional.empty(), new AppliedMigrations("db/migration/derby").currentVersion(nowhere));
    }

    @Test
    void newestWhenTheFolderIsListedThenItIsItsLast() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/db/migration/derby"))) {
            assertEquals(AppliedMigrations.NEWEST, files.filter(file -> file.toString().endsWith(".sql")).count());
        }
    }
}
