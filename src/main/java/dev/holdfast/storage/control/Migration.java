package dev.holdfast.storage.control;

import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.control.StartRefusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to date before anything reads it, or refuses the start: there is no running without a database. */
@ApplicationScoped
public class Migration {

    @Inject DataSource dataSource;

    @Inject StorageConfig config;
    @Inject StartRefusal refusal;

    private volatile String version;

    void migrate(@Observes @Priority(StartOrder.STORAGE) Startup start) {
        try {
            Flyway flyway = flyway();
            StorageLog.migrated(config.kind(), flyway.migrate());
            MigrationInfo current = flyway.info().current();
            warnOfWhatNewerOnesMade(current);
            version = current.getVersion().toString();
        } catch (FlywayException failed) {
            StorageLog.notMigrated(failed);
            throw refusal.refuseForNow("the database (holdfast.db.kind=" + kindName()
                    + ") cannot be opened or migrated; check holdfast.db.* and that it is running");
        }
    }

    /** That the schema has; empty before it has been brought up to date. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** While servers are upgraded one by one, those of the former version start on what the new one has added. */
    private static void warnOfWhatNewerOnesMade(MigrationInfo current) {
        if (current.getState() == MigrationState.FUTURE_SUCCESS) {
            StorageLog.schemaIsNewer(current.getVersion());
        }
    }

    private Flyway flyway() {
        FluentConfiguration configuration = Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/" + kindName())
                .failOnMissingLocations(true)
                .ignoreMigrationPatterns("*:future");
        if (config.kind() == StorageConfig.Kind.POSTGRESQL) {
            configuration.callbacks(new PatientMigration());
        }
        return configuration.load();
    }

    private String kindName() {
        return config.kind().name().toLowerCase(Locale.ROOT);
    }
}
