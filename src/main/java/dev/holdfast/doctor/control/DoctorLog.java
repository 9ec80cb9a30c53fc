package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines of this room for operators. */
final class DoctorLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.doctor");

    private DoctorLog() {}

    static void found(Finding finding) {
        LOG.log(Level.WARNING, "HF1001 Check-up, {0} ({1}): {2}. Cure: {3}",
                new Object[] {finding.check(), finding.verdict().code(), finding.detail(), finding.cure()});
    }

    static void notLooked(Throwable failure) {
        LOG.log(Level.WARNING, "HF1002 The daily check-up could not be made: {0}", failure.toString());
    }
}
