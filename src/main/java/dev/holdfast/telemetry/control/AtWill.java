package dev.holdfast.telemetry.control;

import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells events of the audit trail that anybody can cause as often as they like, without having done anything. */
final class AtWill {

    private static final Pattern EVENTS = Pattern.compile("\\bevent=(sign_in_failed|admin_refused)\\b");
    private static final Formatter TEXT = new SimpleFormatter();

    private AtWill() {}

    /** The name of such an event; empty for all others. */
    static Optional<String> event(LogRecord line) {
        Matcher found = EVENTS.matcher(TEXT.formatMessage(line));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
