package dev.holdfast.signin.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page to show after a sign-in: always a path on our own origin (RFC 9700 section 4.11). A text that a browser, a
 * proxy or a router could read as another place becomes {@link #HOME}.
 */
public record ReturnTo(String path) {

    public static final ReturnTo HOME = new ReturnTo("/");

    /** The most characters of a path, so that the transaction cookie stays under its limit. */
    private static final int MOST = 600;

    private static final Pattern PRINTABLE = Pattern.compile("/[\\x21-\\x5b\\x5d-\\x7e]*");

    /**
     * A second slash, a dot segment, a path parameter, or one of them or a control character encoded, anywhere in the
     * path.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.|;|%2f|%5c|%2e|%3b|%0|%1", Pattern.CASE_INSENSITIVE);

    /** The first segments that lead to no page: our own paths without pages, and those that Liberty serves or may serve. */
    private static final Set<String> NO_PAGES = Set.of("api", "auth", "health", "metrics", "openapi", "installation",
            "signals", "services", "jwt", "ibm");

    /** Liberty may answer wherever one of these names occurs. */
    private static final Pattern CLOSED = Pattern.compile("ibm_security_logout|j_security_check", Pattern.CASE_INSENSITIVE);

    public static ReturnTo parse(@Nullable String text) {
        return text != null && text.length() <= MOST && PRINTABLE.matcher(text).matches() && isOwnPage(text)
                ? new ReturnTo(text)
                : HOME;
    }

    /** Does not use {@code java.net.URI} to find the path: it drops an empty authority, and browsers do not. */
    private static boolean isOwnPage(String text) {
        String path = text.split("[?#]", 2)[0];
        return isUri(text) && !AMBIGUOUS.matcher(path).find() && isPage(URLDecoder.decode(path, StandardCharsets.UTF_8));
    }

    /** Takes the path decoded once, as servers do. A last segment with a dot names a file. */
    private static boolean isPage(String path) {
        List<String> segments = List.of(path.substring(1).split("/", -1));
        return !NO_PAGES.contains(segments.get(0).toLowerCase(Locale.ROOT)) && !CLOSED.matcher(path).find()
                && segments.get(segments.size() - 1).indexOf('.') < 0;
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
