package dev.holdfast.signin.control;

import dev.holdfast.signin.entity.LoginReason;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of sign-in for operators. */
final class SignInLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.signin");
    private static final Logger AUDIT = Logger.getLogger("dev.holdfast.audit");

    private SignInLog() {}

    static void refused(LoginReason reason, String address) {
        AUDIT.log(Level.INFO, "HF0601 event=sign_in_failed reason=\"{0}\" address=\"{1}\"",
                new Object[] {reason.code(), address.replace('"', '\'')});
    }

    static void storageFailed(Throwable failure) {
        LOG.log(Level.WARNING, "HF0602 The database failed at the end of a sign-in", failure);
    }

    static void broke(RuntimeException failure) {
        LOG.log(Level.SEVERE, "HF0604 A sign-in broke off unexpectedly", failure);
    }

    static void lostRace() {
        LOG.log(Level.FINE, "HF0603 Two sign-ins of one person met; one of them begins its last step again");
    }
}
