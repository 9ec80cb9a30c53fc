package dev.holdfast.session.control;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What this room tells operators. */
final class SessionLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.session");

    private SessionLog() {}

    static void reuse(UUID sessionId, long presented, long current) {
        LOG.log(Level.WARNING, "HF0701 A spent refresh token was presented: session {0}, generation {1} of {2};"
                + " the session has been ended", new Object[] {sessionId, presented, current});
    }

    static void forged(UUID sessionId, long presented, long current) {
        LOG.log(Level.WARNING, "HF0702 A refresh token of a generation that is not stored was presented: session {0},"
                + " generation {1} of {2}; was the database restored from a backup?",
                new Object[] {sessionId, presented, current});
    }

    static void feedNotRead(RuntimeException failure) {
        LOG.log(Level.WARNING, "HF0703 The sessions ended elsewhere could not be read: {0}", failure.toString());
    }
}
