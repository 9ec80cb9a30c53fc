package dev.holdfast.storage.control;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a schema up to date by Flyway. Other classes reach Flyway only through this one, so that a start that needs no
 * migration does not load it.
 */
final class FlywayMigration {

    private final Flyway flyway;

    FlywayMigration(DataSource dataSource, StorageConfig.Kind kind, String folder) {
        FluentConfiguration configuration = Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + folder)
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns("*:future");
        if (kind == StorageConfig.Kind.POSTGRESQL) {
            configuration.callbacks(new PatientMigration());
        }
        this.flyway = configuration.load();
    }

    /**
     * Applies the missing migrations and returns the resulting version of the schema.
     *
     * @throws FlywayException if the database cannot be opened or a migration fails
     */
    String migrate(StorageConfig.Kind kind) {
        MigrateResult result = flyway.migrate();
        String version = result.migrationsExecuted == 0 ? result.initialSchemaVersion : result.targetSchemaVersion;
        StorageLog.migrated(kind, result.migrationsExecuted, version);
        MigrationInfo current = flyway.info().current();
        String reached = current.getVersion().toString();
        if (current.getState() == MigrationState.FUTURE_SUCCESS) {
            // During a rolling upgrade, servers of the old version start on a schema that the new version has extended.
            StorageLog.schemaIsNewer(reached);
        }
        return reached;
    }
}
