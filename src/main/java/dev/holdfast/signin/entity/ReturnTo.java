package dev.holdfast.signin.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
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

    /** A second slash, a dot segment, either of them encoded, at any place in the path. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.|%2f|%5c|%2e|%0|%1", Pattern.CASE_INSENSITIVE);

    /** Not pages: coming back to these would begin again, or show JSON. */
    private static final Pattern NO_PAGE = Pattern.compile("/(?:api|auth)(?:/.*)?");

    public static ReturnTo parse(String text) {
        return text != null && text.length() <= MOST && PRINTABLE.matcher(text).matches() && isOwnPage(text)
                ? new ReturnTo(text)
                : HOME;
    }

    /** The path is cut out by hand: {@code java.net.URI} drops an empty authority, and browsers do not. */
    private static boolean isOwnPage(String text) {
        String path = text.split("[?#]", 2)[0];
        return isUri(text) && !AMBIGUOUS.matcher(path).find()
                && !NO_PAGE.matcher(path.toLowerCase(Locale.ROOT)).matches();
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
