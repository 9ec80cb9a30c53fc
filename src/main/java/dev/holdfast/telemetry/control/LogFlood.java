package dev.holdfast.telemetry.control;

import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps any single message of Holdfast from filling the log. Beyond a limit per minute its lines are counted and left out,
 * and its stack traces are left out even earlier. The audit trail of completed acts is never shortened.
 */
final class LogFlood implements Filter {

    private static final int MOST_LINES = 300;
    private static final int MOST_STACK_TRACES = 10;
    private static final int NUMBER = 6;
    private static final String AUDIT = "dev.holdfast.audit";

    private final LineBudget lines;

    LogFlood(LongSupplier nanos) {
        this.lines = new LineBudget(MOST_LINES, nanos);
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (AUDIT.equals(line.getLoggerName()) && AtWill.event(line).isEmpty()) {
            return true;
        }
        String number = numberOf(line);
        LineBudget.Taken taken = lines.take(number);
        if (taken.leftOutBefore() > 0) {
            TelemetryLog.leftOut(number, taken.leftOutBefore());
        }
        if (line.getThrown() != null && taken.number() > MOST_STACK_TRACES) {
            line.setMessage(line.getMessage() + " (" + line.getThrown().getClass().getName() + ")");
            line.setThrown(null);
        }
        return taken.isWithin();
    }

    /** Returns the number of the message, such as {@code HF0101}; empty for every message without one. */
    private static String numberOf(LogRecord line) {
        String message = line.getMessage();
        return message != null && message.startsWith("HF") && message.length() >= NUMBER ? message.substring(0, NUMBER) : "";
    }
}
