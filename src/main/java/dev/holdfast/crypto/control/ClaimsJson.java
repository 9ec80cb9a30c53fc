package dev.holdfast.crypto.control;

import java.util.List;
import java.util.Map;

/**
 * Writes the claims of our own tokens as a JSON object (RFC 8259): text, whole numbers and lists of text. It writes what
 * Nimbus's own writer would, byte for byte, so that a replay at a node of another version gets the same token.
 */
final class ClaimsJson {

    private static final int LIKELY_LENGTH = 512;

    private final StringBuilder json = new StringBuilder(LIKELY_LENGTH);

    private ClaimsJson() {}

    static String of(Map<String, Object> claims) {
        ClaimsJson written = new ClaimsJson();
        char before = '{';
        for (Map.Entry<String, Object> claim : claims.entrySet()) {
            written.json.append(before);
            before = ',';
            written.text(claim.getKey());
            written.json.append(':');
            written.value(claim.getValue());
        }
        return written.json.append(claims.isEmpty() ? "{}" : "}").toString();
    }

    private void value(Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Long || value instanceof Integer) {
            json.append(value);
        } else if (value instanceof List<?> list) {
            list(list);
        } else {
            throw new IllegalArgumentException("no claim of ours is a " + value.getClass());
        }
    }

    private void list(List<?> list) {
        json.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            text((String) list.get(i));
        }
        json.append(']');
    }

    private void text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        json.append('"');
    }

    private void character(char character) {
        switch (character) {
            case '"', '\\' -> json.append('\\').append(character);
            case '\t' -> json.append("\\t");
            case '\b' -> json.append("\\b");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\f' -> json.append("\\f");
            case '\u2028' -> json.append("\\u2028");
            case '\u2029' -> json.append("\\u2029");
            default -> plain(character);
        }
    }

    private void plain(char character) {
        if (character < ' ') {
            json.append(String.format("\\u%04x", (int) character));
        } else {
            json.append(character);
        }
    }
}
