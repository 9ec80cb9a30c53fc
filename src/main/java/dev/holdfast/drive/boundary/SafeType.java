package dev.holdfast.drive.boundary;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The media type of a download: as Google names it, unless it is malformed or a browser might run such content. */
final class SafeType {

    private static final String BYTES = "application/octet-stream";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}");
    private static final Set<String> ACTIVE = Set.of("text/html", "text/xml", "application/xml", "text/javascript",
            "application/javascript", "application/ecmascript", "text/ecmascript", "application/x-javascript",
            "application/x-shockwave-flash", "multipart/related", "message/rfc822", "text/css", "text/cache-manifest");

    /** The server compresses these types and then sends no length, so that a broken download would look complete. */
    private static final Set<String> COMPRESSED = Set.of("application/json");

    private SafeType() {}

    static String of(String mimeType) {
        String type = mimeType.toLowerCase(Locale.ROOT);
        boolean safe = SHAPE.matcher(type).matches() && !ACTIVE.contains(type) && !COMPRESSED.contains(type)
                && !type.endsWith("+xml");
        return safe ? type : BYTES;
    }
}
