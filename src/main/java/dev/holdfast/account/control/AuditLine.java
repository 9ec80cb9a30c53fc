package dev.holdfast.account.control;

import dev.holdfast.account.entity.PlainText;
import java.util.StringJoiner;

/**
 * One line of the audit trail, as {@code key=value} pairs, values from outside in quotes. Nothing in a value can end its
 * line or its quotes; what is null is left out.
 */
public final class AuditLine {

    private final StringJoiner line = new StringJoiner(" ");

    /** {@code event} is one of our codes. */
    public static AuditLine of(String event) {
        return new AuditLine().plain("event", event);
    }

    /** For codes and ids of ours. */
    public AuditLine plain(String key, Object value) {
        if (value != null) {
            line.add(key + "=" + value);
        }
        return this;
    }

    public AuditLine quoted(String key, Object value) {
        if (value != null) {
            String quotable = PlainText.of(value.toString()).replace('"', '\'').replace('\\', '/');
            line.add(key + "=\"" + quotable + "\"");
        }
        return this;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
