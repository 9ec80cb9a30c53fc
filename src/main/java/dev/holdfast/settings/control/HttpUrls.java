package dev.holdfast.settings.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The URLs that a setting may name. Loopback is recognised by name, never by a DNS look-up, which others could answer. */
public final class HttpUrls {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private HttpUrls() {}

    public static Optional<URI> parse(String value) {
        try {
            URI url = new URI(value);
            return isUsable(url) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    public static boolean isLoopback(URI url) {
        return url.getHost() != null && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean isUsable(URI url) {
        boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null
                && url.getRawFragment() == null;
        return plain && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isLoopback(url));
    }
}
