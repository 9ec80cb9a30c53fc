package dev.holdfast.telemetry.control;

import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.control.StartRefusal;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the file of the audit trail, and limits what any single message adds to the log. */
@ApplicationScoped
public class LogKeeping {

    /** Strong references, because the log manager would otherwise forget the loggers and their filters. */
    private final List<Logger> loggers = Stream.of("account", "admin", "audit", "crypto", "custody", "doctor", "drive", "google",
            "openapi", "problem", "session", "settings", "signin", "storage", "web")
            .map(room -> Logger.getLogger("dev.holdfast." + room)).toList();

    private final Logger audit = Logger.getLogger("dev.holdfast.audit");
    private final LogFlood flood = new LogFlood(System::nanoTime);
    private @Nullable AuditFile file;

    @Inject AuditConfig config;
    @Inject StartRefusal refusal;

    /** Runs after this server has claimed the data directory, so that no other server writes there. */
    void start(@Observes @Priority(StartOrder.KEYS) Startup start) {
        try {
            RotatingFile lines = RotatingFile.open(config.directory(), "audit", config.maxBytes(), config.maxFiles());
            file = new AuditFile(lines);
            audit.addHandler(file);
            TelemetryLog.auditFile(lines.path());
        } catch (RotatingFile.InUse taken) {
            throw refusal.refuse("holdfast.audit.directory (" + config.directory() + ") is in use by another server: give each"
                    + " server a directory of its own for audit.log, with holdfast.audit.directory or LOG_DIR");
        } catch (IOException unwritable) {
            throw refusal.refuse("holdfast.audit.directory (" + config.directory() + ") cannot be written: give the audit trail"
                    + " a directory of its own");
        }
        loggers.forEach(logger -> logger.setFilter(flood));
    }

    @PreDestroy
    void stop() {
        loggers.forEach(logger -> logger.setFilter(null));
        if (file != null) {
            audit.removeHandler(file);
            file.close();
        }
    }
}
