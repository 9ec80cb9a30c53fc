package dev.holdfast.drive.boundary;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of Drive for operators; they never hold a file's name or id. */
final class DriveLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.drive");

    private DriveLog() {}

    static void entriesLeftOut(int entries) {
        LOG.log(Level.WARNING, "HF0552 {0} entries of a listing of Drive could not be read and were left out", entries);
    }

    static void downloadBroken(long sent, long promised) {
        LOG.log(Level.INFO, "HF0551 A download broke after {0} of {1} bytes", new Object[] {sent, promised});
    }
}
