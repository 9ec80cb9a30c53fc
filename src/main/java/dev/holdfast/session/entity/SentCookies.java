package dev.holdfast.session.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * The cookies of a request, separated as the browser wrote them (RFC 6265 section 5.4). Only {@code ;} ends a cookie, and
 * its name is the text before the first {@code =}. A name inside another cookie's value does not count. Servlet
 * containers parse the header more leniently: they could take a cookie of a neighbouring host for ours in spite of the
 * {@code __Host-} prefix. Their cookie lists are therefore never used.
 */
public final class SentCookies {

    private final List<SentCookie> cookies;

    private SentCookies(List<SentCookie> cookies) {
        this.cookies = cookies;
    }

    /** Parses the raw {@code Cookie} headers of a request. */
    public static SentCookies parse(List<String> headers) {
        List<SentCookie> cookies = new ArrayList<>();
        for (String header : headers) {
            for (String pair : header.split(";")) {
                SentCookie cookie = cookie(pair);
                if (!cookie.name().isEmpty()) {
                    cookies.add(cookie);
                }
            }
        }
        return new SentCookies(List.copyOf(cookies));
    }

    /** Returns the cookies in the order in which they came; a name may occur more than once. */
    public List<SentCookie> all() {
        return cookies;
    }

    /** Returns every value that came under exactly this name. */
    public List<String> valuesOf(String name) {
        List<String> values = new ArrayList<>();
        for (SentCookie cookie : cookies) {
            if (cookie.name().equals(name)) {
                values.add(cookie.value());
            }
        }
        return values;
    }

    /** Splits a pair at its first {@code =}. Without {@code =} the cookie has no name (RFC 6265bis section 5.6). */
    private static SentCookie cookie(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? new SentCookie("", trimmed(pair))
                : new SentCookie(trimmed(pair.substring(0, equals)), trimmed(pair.substring(equals + 1)));
    }

    /** Strips blanks and tabs only: {@code String.strip} would strip characters that belong to a name. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
