package dev.holdfast.gateway.entity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of UTF-8 (RFC 3986 section 2.1), strict: a malformed text decodes to nothing. */
final class PercentCoding {

    private static final String UNRESERVED = "-._~";

    /** Characters that a segment may hold unencoded (RFC 3986 section 3.3) and that Google's paths use: custom verbs, lists. */
    private static final String IN_SEGMENTS = UNRESERVED + ":,=$!*'()";

    private static final int HEX = 16;

    private PercentCoding() {}

    /** Decodes once; empty if an escape is malformed or the bytes are no UTF-8. */
    static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < encoded.length(); at++) {
            char character = encoded.charAt(at);
            if (character > '~' || character <= ' ') {
                return Optional.empty();
            }
            if (character != '%') {
                bytes.write(character);
            } else if (isEscape(encoded, at)) {
                bytes.write(Integer.parseInt(encoded.substring(at + 1, at + 3), HEX));
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && Character.digit(text.charAt(at + 1), HEX) >= 0
                && Character.digit(text.charAt(at + 2), HEX) >= 0;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    static String encodeSegment(String decoded) {
        return encode(decoded, IN_SEGMENTS);
    }

    static String encodeQuery(String decoded) {
        return encode(decoded, UNRESERVED);
    }

    private static String encode(String decoded, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : decoded.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            boolean asItIs = character < 0x80 && (Character.isLetterOrDigit(character) || plain.indexOf(character) >= 0);
            encoded.append(asItIs ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return encoded.toString();
    }
}
