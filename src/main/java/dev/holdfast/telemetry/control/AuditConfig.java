package dev.holdfast.telemetry.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code holdfast.audit.*}: where the audit trail is kept and how much of it. The default is the directory of Liberty's logs
 * ({@code LOG_DIR}, if that is an absolute path), else one in the data directory, which outlives the server.
 */
@ApplicationScoped
public class AuditConfig implements RoomSettings {

    private static final String DIRECTORY = "holdfast.audit.directory";
    private static final String MAX_FILE_SIZE = "holdfast.audit.max-file-size";
    private static final String MAX_FILES = "holdfast.audit.max-files";
    private static final long MEGABYTE = 1_000_000;

    private Path directory;
    private long maxBytes;
    private int maxFiles;

    protected AuditConfig() {}

    @Inject
    public AuditConfig(Settings settings) {
        directory = directory(settings);
        maxBytes = settings.number(MAX_FILE_SIZE, 20, 1, 1000) * MEGABYTE;
        maxFiles = settings.number(MAX_FILES, 10, 2, 1000);
    }

    Path directory() {
        return directory;
    }

    long maxBytes() {
        return maxBytes;
    }

    int maxFiles() {
        return maxFiles;
    }

    private static Path directory(Settings settings) {
        Optional<String> set = settings.text(DIRECTORY);
        if (set.isPresent() && set.flatMap(AuditConfig::absolute).isEmpty()) {
            settings.fault(DIRECTORY, "must be an absolute path");
        }
        return directory(set, Optional.ofNullable(System.getenv("LOG_DIR")),
                settings.text("holdfast.data-dir").orElseGet(() -> home() + "/.holdfast"));
    }

    /** Returns the first of them that is an absolute path. */
    static Path directory(Optional<String> set, Optional<String> logDirectory, String dataDirectory) {
        return set.flatMap(AuditConfig::absolute).or(() -> logDirectory.flatMap(AuditConfig::absolute))
                .orElseGet(() -> absolute(dataDirectory).orElseGet(() -> Path.of(home(), ".holdfast")).resolve("audit"));
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private static String home() {
        return Optional.ofNullable(System.getenv("HOME")).orElseGet(() -> System.getProperty("user.home"));
    }
}
