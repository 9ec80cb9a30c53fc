package dev.holdfast.schedule.control;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of this room for operators. */
final class ScheduleLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.schedule");
    private static final LogThrottle THREADS = new LogThrottle(Duration.ofHours(1));

    private ScheduleLog() {}

    static void threadsNotAdjusted(Throwable failure) {
        if (THREADS.isDue()) {
            LOG.log(Level.WARNING, "HF0131 The number of Liberty's threads cannot be adjusted to the load: {0}. All that are"
                    + " configured stay, and each request costs more", failure.toString());
        }
    }
}
