package dev.holdfast.problem;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log messages of this room for operators. */
final class ProblemLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.problem");

    private ProblemLog() {}

    static void failed(UUID errorId, Throwable failure) {
        log(Level.SEVERE, "HF0201 Unexpected failure, error id {0}", errorId, failure);
    }

    static void storageFailed(UUID errorId, Throwable failure) {
        log(Level.WARNING, "HF0202 The database failed, answered with storage_unavailable, error id {0}", errorId,
                failure);
    }

    private static void log(Level level, String message, UUID errorId, Throwable failure) {
        LogRecord line = new LogRecord(level, message);
        line.setLoggerName(LOG.getName());
        line.setParameters(new Object[] {errorId});
        line.setThrown(failure);
        LOG.log(line);
    }
}
