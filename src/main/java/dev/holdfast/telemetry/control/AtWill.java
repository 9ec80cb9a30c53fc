package dev.holdfast.telemetry.control;

import java.util.Map;
import java.util.Optional;
import java.util.logging.LogRecord;

/**
 * Tells events of the audit trail that anybody can cause as often as they like, without having done anything. The number at
 * the beginning of the message decides, never a parameter: what clients send, such as their User-Agent, is in parameters.
 */
final class AtWill {

    private static final Map<String, String> EVENTS = Map.of("HF0601 ", "sign_in_failed", "HF0902 ", "admin_refused");
    private static final int NUMBER = 7;

    private AtWill() {}

    /** The name of such an event; empty for all others. */
    static Optional<String> event(LogRecord line) {
        String message = line.getMessage();
        return message == null || message.length() < NUMBER ? Optional.empty()
                : Optional.ofNullable(EVENTS.get(message.substring(0, NUMBER)));
    }
}
