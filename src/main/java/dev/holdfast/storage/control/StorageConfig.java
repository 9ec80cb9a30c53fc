package dev.holdfast.storage.control;

import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code holdfast.db.kind}: {@code derby} (embedded, the default) or {@code postgresql}. Liberty binds the data source
 * by the same setting. Host, port, name, user, password and TLS are Liberty's to use; here they are only checked.
 */
@ApplicationScoped
public class StorageConfig {

    /** The databases we keep migrations for. */
    public enum Kind { DERBY, POSTGRESQL }

    private static final String KIND = "holdfast.db.kind";
    private static final String HOST = "holdfast.db.host";
    private static final String PORT = "holdfast.db.port";
    private static final String TLS = "holdfast.db.tls";
    private static final String ROOT_CERTIFICATE = "holdfast.db.tls-root-certificate";

    /** As the driver of PostgreSQL has it; {@code prefer} is its default. */
    private static final List<String> TLS_MODES = List.of("disable", "prefer", "require", "verify-full");

    private static final String VERIFY = "verify-full";

    private Kind kind;

    protected StorageConfig() {}

    @Inject
    public StorageConfig(Settings settings) {
        this.kind = settings.parsed(KIND, Kind.DERBY, "must be derby or postgresql", StorageConfig::kindOf).orElseThrow();
        settings.notEmpty(KIND);
        settings.number(PORT, 5432, 1, 65_535);
        if (kind == Kind.DERBY && settings.text(HOST).isPresent()) {
            settings.fault(HOST, "is used only when " + KIND + " is postgresql: set that, or leave the host out");
        }
        if (kind == Kind.POSTGRESQL) {
            settings.required(HOST, "PostgreSQL needs the host it runs on");
            List.of(PORT, "holdfast.db.name", "holdfast.db.user", TLS).forEach(settings::notEmpty);
            checkTls(settings);
        }
    }

    /** A root certificate that nothing is checked against would promise what is not done. */
    private static void checkTls(Settings settings) {
        String tls = settings.choice(TLS, "prefer", TLS_MODES);
        Optional<String> root = settings.text(ROOT_CERTIFICATE);
        if (!settings.text(TLS, tls).equals(tls)) {
            return; // Told already.
        }
        if (VERIFY.equals(tls) && root.filter(file -> Files.isReadable(Path.of(file))).isEmpty()) {
            settings.fault(ROOT_CERTIFICATE, "must be a readable PEM file when " + TLS + " is " + VERIFY);
        } else if (!VERIFY.equals(tls) && root.isPresent()) {
            settings.fault(ROOT_CERTIFICATE, "is used only when " + TLS + " is " + VERIFY);
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
