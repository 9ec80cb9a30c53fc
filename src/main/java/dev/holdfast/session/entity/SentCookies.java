package dev.holdfast.session.entity;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cookies of a request as the browser that wrote them counts them (RFC 6265 section 5.4): only {@code ;} ends a
 * cookie, and a name is what stands before the first {@code =}. A name inside another cookie's value is nothing. Servlet
 * containers read the header more generously, so that a neighbouring host could set a cookie that passes for ours in
 * spite of its {@code __Host-} name; hence their own lists of cookies are never used.
 */
public final class SentCookies {

    private final List<SentCookie> cookies;

    private SentCookies(List<SentCookie> cookies) {
        this.cookies = cookies;
    }

    /** {@code headers}: every {@code Cookie} header of the request, raw. */
    public static SentCookies parse(List<String> headers) {
        return new SentCookies(headers.stream().flatMap(header -> Stream.of(header.split(";")))
                .map(SentCookies::cookie).filter(cookie -> !cookie.name().isEmpty()).toList());
    }

    /** In the order they came; a name may occur more than once. */
    public List<SentCookie> all() {
        return cookies;
    }

    /** Every value that came under exactly that name. */
    public List<String> valuesOf(String name) {
        return cookies.stream().filter(cookie -> cookie.name().equals(name)).map(SentCookie::value).toList();
    }

    /** Without {@code =} it is a nameless cookie (RFC 6265bis section 5.6). */
    private static SentCookie cookie(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? new SentCookie("", trimmed(pair))
                : new SentCookie(trimmed(pair.substring(0, equals)), trimmed(pair.substring(equals + 1)));
    }

    /** Takes off blanks and tabs alone: {@code String.strip} would take off characters that are part of a name. */
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
