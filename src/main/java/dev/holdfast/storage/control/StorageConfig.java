package dev.holdfast.storage.control;

import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/**
 * {@code holdfast.db.kind}: {@code derby} (embedded, the default) or {@code postgresql}. Liberty binds the data source
 * by the same setting. Host, port, name, user and password are Liberty's to use; here they are only checked.
 */
@ApplicationScoped
public class StorageConfig {

    /** The databases we keep migrations for. */
    public enum Kind { DERBY, POSTGRESQL }

    private static final String KIND = "holdfast.db.kind";

    private Kind kind;

    protected StorageConfig() {}

    @Inject
    public StorageConfig(Settings settings) {
        this.kind = settings.parsed(KIND, Kind.DERBY, "must be derby or postgresql", StorageConfig::kindOf).orElseThrow();
        settings.notEmpty(KIND);
        if (kind == Kind.POSTGRESQL) {
            settings.required("holdfast.db.host", "PostgreSQL needs the host it runs on");
            settings.number("holdfast.db.port", 5432, 1, 65_535);
            List.of("holdfast.db.port", "holdfast.db.name", "holdfast.db.user").forEach(settings::notEmpty);
        }
    }

    void read(@Observes @Priority(StartOrder.SETTINGS_READ) Startup start) {
        // Being called is enough: the constructor has read the settings.
    }

    public Kind kind() {
        return kind;
    }

    private static Kind kindOf(String value) {
        if (!value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException();
        }
        return Kind.valueOf(value.toUpperCase(Locale.ROOT));
    }
}
