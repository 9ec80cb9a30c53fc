package dev.holdfast.crypto.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.control.StartRefusal;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code holdfast.data-dir}: the directory of this one server's files (embedded Derby, the generated key and
 * certificate). While a server has claimed it, no second server can use it.
 */
@ApplicationScoped
public class DataDirectory implements RoomSettings {

    private static final String KEY = "holdfast.data-dir";

    private static final Pattern AMBIGUOUS = Pattern.compile("[;:#%?*$\"<>|\\\\\\p{Cntrl}\\x{FFFD}]");

    @Inject StartRefusal refusal;

    private Path path;
    private @Nullable FileChannel claim;

    protected DataDirectory() {}

    @Inject
    public DataDirectory(Settings settings) {
        this.path = path(settings, settings.text(KEY, home() + "/.holdfast"));
        settings.notEmpty(KEY);
        if (!path.isAbsolute()) {
            settings.fault(KEY, "must be an absolute path");
        }
        if (settings.text(KEY).isEmpty() && System.getenv("HOME") == null) {
            settings.fault(KEY, "is not set, and the environment names no HOME to put it in: set it");
        }
    }

    /**
     * Refuses characters that would lead to another directory, because Derby and Liberty make URLs of the path. A Liberty
     * variable is allowed: Liberty and {@link Settings} replace it in the same way.
     */
    private static Path path(Settings settings, String text) {
        String afterDrive = File.separatorChar == '\\' ? text.replaceFirst("^[A-Za-z]:", "").replace('\\', '/') : text;
        boolean altered = settings.raw(KEY).filter(raw -> !raw.equals(text) && !raw.contains("${")).isPresent();
        if (altered || AMBIGUOUS.matcher(afterDrive).find()) {
            settings.fault(KEY, "must be a path without any of ; : # % ? * $ \" < > | \\ and without blanks at its ends:"
                    + " the database or the TLS key would end up elsewhere");
            return Path.of("").toAbsolutePath();
        }
        return Path.of(text);
    }

    void claim(@Observes @Priority(StartOrder.KEYS - 1) Startup start) {
        CryptoLog.dataDirectory(path);
        try {
            createPrivately();
            claim = FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (claim.tryLock() == null) {
                throw inUse();
            }
        } catch (OverlappingFileLockException sameProcess) {
            throw inUse();
        } catch (IOException unusable) {
            throw refusal.refuse(KEY + " (" + path + ") cannot be written: give the server a directory of its own");
        }
    }

    @PreDestroy
    void release() {
        try {
            if (claim != null) {
                claim.close();
            }
        } catch (IOException gone) {
            // The lock ends with the process at the latest.
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    private IllegalStateException inUse() {
        return refusal.refuse(KEY + " (" + path + ") is in use by another server: stop it, or give this one its own");
    }

    /**
     * Makes the directory private even if it exists: Liberty creates it, but not privately, to keep the generated
     * certificate.
     */
    private void createPrivately() throws IOException {
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Returns the home directory that Liberty's configuration uses, too. */
    private static String home() {
        return Optional.ofNullable(System.getenv("HOME")).orElseGet(() -> System.getProperty("user.home"));
    }
}
