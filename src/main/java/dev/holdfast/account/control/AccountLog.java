package dev.holdfast.account.control;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What this room tells operators. */
final class AccountLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.account");

    private AccountLog() {}

    static void erased(UUID accountId) {
        LOG.log(Level.INFO, "HF0401 Account {0} was erased at its owner''s request", accountId);
    }
}
