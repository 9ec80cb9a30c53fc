package dev.holdfast.account.control;

import dev.holdfast.account.entity.PlainText;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail, as {@code key=value} pairs; values from outside are quoted. No value can end its line or its
 * quotes. Null values are left out.
 */
public final class AuditLine {

    private final StringJoiner line = new StringJoiner(" ");

    /** Starts a line; {@code event} is a code of Holdfast. */
    public static AuditLine of(String event) {
        return new AuditLine().plain("event", event);
    }

    /** Appends a code or an id of Holdfast, unquoted. */
    public AuditLine plain(String key, @Nullable Object value) {
        if (value != null) {
            line.add(key + "=" + value);
        }
        return this;
    }

    public AuditLine quoted(String key, @Nullable Object value) {
        return value == null ? this : quotedText(key, PlainText.of(value.toString()));
    }

    /** Same as {@link #quoted}, with room for all of a URL. */
    public AuditLine quotedUrl(String key, @Nullable String url) {
        return url == null ? this : quotedText(key, PlainText.ofUrl(url));
    }

    private AuditLine quotedText(String key, String text) {
        line.add(key + "=\"" + text.replace('"', '\'').replace('\\', '/') + "\"");
        return this;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
