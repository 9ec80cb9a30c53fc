package dev.holdfast.signin.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a person goes after signing in: a path on our own origin and nothing else (RFC 9700 section 4.11). Anything that
 * a browser, a proxy or a router could read as another place is {@link #HOME}.
 */
public record ReturnTo(String path) {

    public static final ReturnTo HOME = new ReturnTo("/");

    /** Keeps the transaction cookie under its limit. */
    private static final int MOST = 600;

    private static final Pattern PRINTABLE = Pattern.compile("/[\\x21-\\x5b\\x5d-\\x7e]*");

    /** A second slash, a dot segment, either of them encoded, a path parameter, at any place in the path. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.|;|%2f|%5c|%2e|%3b|%0|%1", Pattern.CASE_INSENSITIVE);

    /** The first segments of what is no page: our own paths without one, and those that Liberty serves or may serve. */
    private static final Set<String> NO_PAGES = Set.of("api", "auth", "health", "metrics", "openapi", "installation",
            "signals", "services", "jwt", "ibm", "ibm_security_logout", "j_security_check");

    public static ReturnTo parse(String text) {
        return text != null && text.length() <= MOST && PRINTABLE.matcher(text).matches() && isOwnPage(text)
                ? new ReturnTo(text)
                : HOME;
    }

    /** The path is cut out by hand: {@code java.net.URI} drops an empty authority, and browsers do not. */
    private static boolean isOwnPage(String text) {
        String path = text.split("[?#]", 2)[0];
        return isUri(text) && !AMBIGUOUS.matcher(path).find() && isPage(URLDecoder.decode(path, StandardCharsets.UTF_8));
    }

    /** Decoded once, as servers do. A last segment with a dot names a file. */
    private static boolean isPage(String path) {
        List<String> segments = List.of(path.substring(1).split("/", -1));
        return !NO_PAGES.contains(segments.get(0).toLowerCase(Locale.ROOT))
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
