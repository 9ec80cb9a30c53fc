package dev.holdfast.web.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address that the pages may link to; never one that a browser would run, such as {@code javascript:}. */
public final class WebLink {

    private static final int LONGEST = 2000;
    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7E]+");

    /** A {@code mailto:} URL with one address (RFC 6068), with header fields such as a subject. */
    private static final Pattern MAIL = Pattern.compile("mailto:[^@?&,;:/\"<>]+@[A-Za-z0-9.-]+(\\?[^\"<>]*)?");

    private WebLink() {}

    /**
     * Returns {@code text} if it is an absolute https URL; query and fragment are allowed, user information is not.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static String https(String text) {
        URI url = parse(text);
        if (!"https".equals(scheme(url)) || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    /** Returns {@code text} if {@link #https} accepts it or if it is a {@code mailto:} URL with one address. */
    public static String httpsOrMail(String text) {
        if (!"mailto".equals(scheme(parse(text)))) {
            return https(text);
        }
        if (!MAIL.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static URI parse(String text) {
        try {
            if (text.length() <= LONGEST && ASCII.matcher(text).matches()) {
                return new URI(text);
            }
        } catch (URISyntaxException malformed) {
            // Refused below.
        }
        throw new IllegalArgumentException();
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }
}
