package dev.holdfast.events.control;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines of this room for operators. */
final class EventsLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.events");

    private EventsLog() {}

    static void endsNotTold(Throwable failure) {
        LOG.log(Level.WARNING, "HF1131 Ended sessions could not be told to open pages: {0}", failure.toString());
    }

    static void endsToldAgain() {
        LOG.log(Level.INFO, "HF1132 Ended sessions are told to open pages again");
    }

    static void grantsNotRead(Throwable failure) {
        LOG.log(Level.WARNING, "HF1133 The grants of open pages could not be read: {0}", failure.toString());
    }

    static void grantsReadAgain() {
        LOG.log(Level.INFO, "HF1134 The grants of open pages can be read again");
    }

    static void nodeFull(int most) {
        LOG.log(Level.WARNING, "HF1135 No room for another event stream: this server has {0}, as many as"
                + " holdfast.session.event-streams allows; the pages without one learn at their next request", most);
    }

    static void markedEndsNotTold(Throwable failure) {
        LOG.log(Level.WARNING, "HF1136 Open pages of an account of which many sessions ended at once could not be told: {0}",
                failure.toString());
    }
}
