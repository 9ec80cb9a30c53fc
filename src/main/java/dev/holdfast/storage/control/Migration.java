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

/** Brings the schema up to date before anything reads it. Refuses the start if that fails: Holdfast needs its database. */
@ApplicationScoped
public class Migration {

    @Inject DataSource dataSource;

    @Inject DatabaseLogin login;
    @Inject StorageConfig config;
    @Inject StartRefusal refusal;

    private volatile Optional<String> version = Optional.empty();

    void migrate(@Observes @Priority(StartOrder.STORAGE) Startup start) {
        if (config.isPooled()) {
            PoolerCheck.cure(dataSource).ifPresent(cure -> {
                throw refusal.refuse(cure);
            });
        }
        String folder = "db/migration/" + kindName();
        Optional<String> current = new AppliedMigrations(folder).currentVersion(dataSource);
        current.ifPresent(found -> StorageLog.migrated(config.kind(), 0, found));
        version = current.or(() -> Optional.of(migrated(folder)));
    }

    /** Returns the version of the schema; empty before it has been brought up to date. */
    public Optional<String> version() {
        return version;
    }

    private String migrated(String folder) {
        try {
            return new FlywayMigration(login.forMigrations(), config.kind(), folder).migrate(config.kind());
        } catch (RuntimeException failed) {
            StorageLog.notMigrated(failed);
            throw refusal.refuseForNow("the database (holdfast.db.kind=" + kindName()
                    + ") cannot be opened or migrated; check holdfast.db.* and that it is running");
        }
    }

    private String kindName() {
        return config.kind().name().toLowerCase(Locale.ROOT);
    }
}
