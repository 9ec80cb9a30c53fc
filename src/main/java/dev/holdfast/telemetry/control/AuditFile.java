package dev.holdfast.telemetry.control;

import dev.holdfast.schedule.control.Outage;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/**
 * Writes the audit trail into files of its own: one line for each event, in UTF-8, with its time in UTC and the id of its
 * request. Events that clients can cause at will are limited to a few lines a minute, so that they displace no other line.
 */
final class AuditFile extends Handler {

    private static final int MOST_AT_WILL = 10;
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");

    private final RotatingFile file;
    private final LineBudget atWill = new LineBudget(MOST_AT_WILL, System::nanoTime);
    private final Formatter text = new SimpleFormatter();
    private final Outage outage;

    AuditFile(RotatingFile file) {
        this.file = file;
        outage = new Outage(full -> TelemetryLog.auditNotWritten(file.path(), full));
    }

    @Override
    public synchronized void publish(LogRecord event) {
        Optional<String> kind = AtWill.event(event);
        String repeated = "";
        if (kind.isPresent()) {
            LineBudget.Taken taken = atWill.take(kind.get());
            if (!taken.isWithin()) {
                return;
            }
            repeated = taken.leftOutBefore() > 0 ? " left_out_before=" + taken.leftOutBefore() : "";
        }
        String id = RequestId.current();
        write(event.getInstant() + " " + NOT_IN_A_LINE.matcher(text.formatMessage(event)).replaceAll(" ") + repeated
                + (id == null ? "" : " request=" + id));
    }

    private void write(String line) {
        try {
            file.append(line);
            outage.over();
        } catch (IOException full) {
            outage.failed(full);
        }
    }

    @Override
    public void flush() {
        // Each line has already reached the operating system.
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException gone) {
            // Nothing was buffered.
        }
    }
}
