package dev.holdfast.drive.boundary;

import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition: attachment} (RFC 6266), with the name in ASCII for old clients and in full (RFC 8187). */
final class ContentDisposition {

    private static final String ATTR_CHAR = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String attachment(String fileName) {
        return "attachment; filename=\"" + ascii(fileName) + "\"; filename*=UTF-8''" + extended(fileName);
    }

    /** Replaces the percent sign as well, because some clients would decode it. */
    private static String ascii(String fileName) {
        return fileName.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
    }

    /** Encodes the name as RFC 8187 section 3.2.1 demands. */
    private static String extended(String fileName) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : fileName.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || ATTR_CHAR.indexOf(character) >= 0);
            encoded.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return encoded.toString();
    }
}
