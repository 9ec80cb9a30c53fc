package dev.holdfast.account.control;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines of this room for operators. */
final class AccountLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.account");

    private AccountLog() {}

    static void activityRemoved(long events) {
        LOG.log(Level.INFO, "HF0403 Activity beyond its retention was removed: {0} events", events);
    }

    static void activityNotRemoved(Throwable failure) {
        LOG.log(Level.WARNING, "HF0404 Old activity could not be removed: {0}", failure.toString());
    }

    static void erased(UUID accountId) {
        LOG.log(Level.INFO, "HF0401 Account {0} was erased at its owner''s request", accountId);
    }
}
