package dev.holdfast.web.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A file of the front end, whose name tells how long a browser may keep it. */
public final class StaticFile {

    public static final String IMMUTABLE = "public, max-age=31536000, immutable";
    public static final String REVALIDATED = "no-cache";

    /**
     * The names of Angular's {@code outputHashing}: eight characters of base64url before the extension, rarely a plain
     * word.
     */
    private static final Pattern HASHED =
            Pattern.compile("/(?:[^/]+/)*[^/]+-(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{8}\\.[a-z0-9]+");

    private static final Set<String> INSIDE = Set.of("WEB-INF", "META-INF", "..");

    private StaticFile() {}

    /** Returns the header of a file that exists: a missing file must not be cached as missing for a year. */
    public static String cacheControl(String path) {
        return HASHED.matcher(path).matches() ? IMMUTABLE : REVALIDATED;
    }

    /**
     * Whether the path belongs to the inside of the application and is never served (Jakarta Servlet 6.0, section 10.5).
     */
    public static boolean isInside(String path) {
        return Arrays.stream(path.toUpperCase(Locale.ROOT).split("[/\\\\]")).anyMatch(INSIDE::contains);
    }

    /** Whether the last segment names a file rather than a page of the application. */
    public static boolean isNamedBy(String path) {
        return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
    }
}
