package dev.holdfast.telemetry.control;

import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises events of the audit trail that clients can cause at will, without having done anything. The beginning of the
 * message decides, before its parameters are inserted: input from clients, such as their User-Agent, is in parameters.
 */
final class AtWill {

    private static final Pattern EVENTS = Pattern.compile("HF\\d{4} event=(sign_in_failed|admin_refused)(?: |$)");

    private AtWill() {}

    /** Returns the name of such an event; empty for all others. */
    static Optional<String> event(LogRecord line) {
        Matcher found = EVENTS.matcher(String.valueOf(line.getMessage()));
        return found.lookingAt() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
