package dev.holdfast.signals.control;

import dev.holdfast.schedule.control.LogThrottle;
import dev.holdfast.signals.entity.Signal;
import dev.holdfast.signals.entity.SignalEffect;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log lines of this room for operators. Strangers can send tokens at will, so a refusal is logged once a minute at most, and
 * nothing of a refused token is in it.
 */
public final class SignalLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.signals");

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final LogThrottle REFUSALS = new LogThrottle(PAUSE);
    private static final LogThrottle KEYS = new LogThrottle(PAUSE);
    private static final LogThrottle STORAGE = new LogThrottle(PAUSE);
    private static final LogThrottle WORK = new LogThrottle(PAUSE);

    private SignalLog() {}

    /** The receiver is open. */
    public static void listening(String address) {
        LOG.log(Level.INFO, "HF1101 Security signals are received at {0}", address);
    }

    static void worked(Signal signal, SignalEffect effect) {
        LOG.log(Level.INFO, "HF1102 A signal about account {0} was worked on: {1}, {2}",
                new Object[] {signal.accountId().map(Object::toString).orElse("-"), signal.type().code(), effect.code()});
        if (signal.isUnusual()) {
            LOG.log(Level.WARNING, "HF1103 Google reports that the Google account of account {0} was purged, or disabled with"
                    + " many others: {1}", new Object[] {signal.accountId().map(Object::toString).orElse("-"),
                    signal.type().code()});
        }
    }

    static void refused(String error, String check) {
        if (REFUSALS.isDue()) {
            LOG.log(Level.WARNING, "HF1104 A security signal was refused: {0} ({1}). Further refusals within a minute are only"
                    + " counted", new Object[] {error, check});
        }
    }

    static void keysUnavailable() {
        if (KEYS.isDue()) {
            LOG.log(Level.WARNING, "HF1105 A security signal cannot be verified: the keys of its transmitter cannot be fetched."
                    + " The transmitter is asked to send it again");
        }
    }

    /** A genuine signal could not be stored. */
    public static void notStored(Throwable failure) {
        if (STORAGE.isDue()) {
            LOG.log(Level.WARNING, "HF1106 A security signal could not be stored: {0}. The transmitter is asked to send it"
                    + " again", failure.getClass().getName());
        }
    }

    static void notWorked(Throwable failure) {
        if (WORK.isDue()) {
            LOG.log(Level.WARNING, "HF1107 A security signal could not be worked on, and is tried again: {0}",
                    failure.toString());
        }
    }

    static void inboxNotRead(Throwable failure) {
        if (WORK.isDue()) {
            LOG.log(Level.WARNING, "HF1108 The inbox of security signals could not be read: {0}", failure.getClass().getName());
        }
    }

    static void removed(long signals) {
        LOG.log(Level.INFO, "HF1109 Security signals that need not be remembered any longer were removed: {0}", signals);
    }

    /** An administrator has connected Google's stream. {@code outcome}: what was done for it. */
    public static void connected(String outcome, Object address) {
        LOG.log(Level.INFO, "HF1110 Google sends security signals to {0}: {1}", new Object[] {address, outcome});
    }

    /** An administrator has taken the stream from another installation. */
    public static void replaced(String former, Object address) {
        LOG.log(Level.WARNING, "HF1111 Google sends security signals to {0} now, and no longer to {1}",
                new Object[] {address, former});
    }

    /** An administrator could not connect Google's stream. */
    public static void notConnected(String outcome, String stage) {
        LOG.log(Level.WARNING, "HF1112 The stream of security signals could not be connected: {0} ({1})",
                new Object[] {outcome, stage});
    }
}
