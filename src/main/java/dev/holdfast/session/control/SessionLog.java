package dev.holdfast.session.control;

import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines of this room for operators. */
final class SessionLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.session");

    private SessionLog() {}

    static void reuse(UUID sessionId, long presented, long current) {
        LOG.log(Level.WARNING, "HF0701 A spent refresh token was presented: session {0}, generation {1} of {2};"
                + " the session has been ended", new Object[] {sessionId, Long.toString(presented), Long.toString(current)});
    }

    static void databaseWentBack(UUID sessionId, long presented, long current) {
        LOG.log(Level.WARNING, "HF0721 The database went back: session {0} has generation {2} there, and its genuine refresh"
                + " token has {1}; the session goes on. Commits were lost by a failover or a restored backup",
                new Object[] {sessionId, Long.toString(presented), Long.toString(current)});
    }

    static void endedAgain(int sessions) {
        LOG.log(Level.WARNING, "HF0722 The database went back: {0} sessions that had ended lived again there, and were ended"
                + " again", sessions);
    }

    static void notEndedAgain(Throwable failure) {
        LOG.log(Level.WARNING, "HF0723 Whether sessions that had ended live again in the database could not be checked; it is"
                + " tried again: {0}", failure.toString());
    }

    static void anotherAccount(UUID sessionId) {
        LOG.log(Level.WARNING, "HF0710 A refresh token was issued for another account than session {0} belongs to now;"
                + " it was refused: who has changed this row in the database?", sessionId);
    }

    static void feedNotRead(Throwable failure) {
        LOG.log(Level.WARNING, "HF0703 The sessions ended elsewhere could not be read: {0}", failure.toString());
    }

    static void feedReadAgain() {
        LOG.log(Level.INFO, "HF0708 The sessions ended elsewhere can be read again");
    }

    static void cleared(long recorded, long removed) {
        LOG.log(Level.INFO, "HF0704 Sessions were cleared up: {0} recorded as over by time, {1} tombstones removed",
                new Object[] {recorded, removed});
    }

    static void notCleared(Throwable failure) {
        LOG.log(Level.WARNING, "HF0705 Sessions could not be cleared up: {0}", failure.toString());
    }

    static void endingsForgotten(Instant upTo) {
        LOG.log(Level.WARNING, "HF0706 More sessions have ended than this server keeps in memory: access tokens issued up to {0}"
                + " are refused, and every session refreshes once", upTo);
    }

    static void notCounted(Throwable failure) {
        LOG.log(Level.WARNING, "HF0709 Living sessions could not be counted: {0}", failure.toString());
    }

    static void endingsNotWritten(Throwable failure) {
        LOG.log(Level.WARNING, "HF0711 Ends of many sessions are in force and could not be written to the sessions: {0}",
                failure.toString());
    }

    static void disabled(UUID sessionId) {
        LOG.log(Level.INFO, "HF0707 Session {0} was ended: its account is disabled", sessionId);
    }
}
