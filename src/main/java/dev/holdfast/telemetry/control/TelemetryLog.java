package dev.holdfast.telemetry.control;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of this room for operators. */
final class TelemetryLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.telemetry");

    private TelemetryLog() {}

    static void auditFile(Path file) {
        LOG.log(Level.INFO, "HF0141 The audit trail is kept in {0}", file);
    }

    static void auditNotWritten(Path file, Throwable failure) {
        LOG.log(Level.SEVERE, "HF0142 The audit trail cannot be written to {0}, and goes to the log alone: {1}",
                new Object[] {file, failure.toString()});
    }

    static void leftOut(String number, long lines) {
        LOG.log(Level.WARNING, "HF0143 Left out {0} lines {1} within a minute: they came too often",
                new Object[] {lines, number});
    }

    static void auditNotRotated(Path file, Throwable failure) {
        LOG.log(Level.SEVERE, "HF0144 The audit trail is complete, but {0} grows beyond its size, for it cannot be renamed: {1}",
                new Object[] {file, failure.toString()});
    }
}
