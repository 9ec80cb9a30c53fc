package dev.holdfast.storage.control;

import java.time.Duration;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of this room for operators. */
final class StorageLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.storage");

    private StorageLog() {}

    static void migrated(StorageConfig.Kind kind, int applied, String version) {
        LOG.log(Level.INFO, "HF0111 The schema on {0} is up to date: {1} migrations applied, version {2}",
                new Object[] {kind, applied, version});
    }

    static void notMigrated(Throwable failure) {
        LOG.log(Level.SEVERE, "HF0112 The database cannot be opened or migrated: {0}", rootOf(failure));
    }

    static void unreachable(Throwable failure) {
        LOG.log(Level.WARNING, "HF0113 The database does not answer: {0}", rootOf(failure));
    }

    static void reachableAgain() {
        LOG.log(Level.INFO, "HF0114 The database answers again");
    }

    static void clocksDiffer(Duration ahead) {
        LOG.log(Level.WARNING, "HF0115 The clock of the database is ahead of ours by {0} (negative: behind);"
                + " set both by NTP", ahead);
    }

    static void clocksAgree() {
        LOG.log(Level.INFO, "HF0116 The clock of the database and ours agree again");
    }

    static void zoneWithSummerTime(ZoneId zone) {
        LOG.log(Level.WARNING, "HF0117 The time zone of this process is {0}, which has summer time: times stored in the"
                + " hour it begins would be wrong by an hour; start Java with -Duser.timezone=UTC", zone);
    }

    static void schemaIsNewer(String version) {
        LOG.log(Level.WARNING, "HF0118 The schema has version {0}, made by a newer Holdfast. This server works with it;"
                + " upgrade it too", version);
    }

    static void notToldAfterCommit(Throwable failure) {
        LOG.log(Level.WARNING, "HF0119 Something was committed and could not be told afterwards", failure);
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("");
    }
}
