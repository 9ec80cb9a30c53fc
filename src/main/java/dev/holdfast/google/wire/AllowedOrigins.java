package dev.holdfast.google.wire;

import dev.holdfast.google.Endpoint;
import dev.holdfast.google.GoogleConfig;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The only origins to which secrets may be sent: those of the settings, those that the issuer's metadata names and, if
 * the configured APIs are Google's own, every host of them (each API has one: {@code people.googleapis.com}).
 */
public final class AllowedOrigins {

    private static final Pattern GOOGLES_APIS = Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+)*\\.googleapis\\.com:443");

    private final Set<String> origins = ConcurrentHashMap.newKeySet();
    private final boolean googlesOwn;

    AllowedOrigins(GoogleConfig config) {
        allow(URI.create(config.issuer()));
        allow(config.apiRoot());
        googlesOwn = isGooglesApi(config.apiRoot());
        Endpoint.urlsWeCall(config.endpoints()).forEach(this::allow);
    }

    void allow(URI url) {
        origins.add(originOf(url));
    }

    boolean contain(URI url) {
        return url.getHost() != null && (origins.contains(originOf(url)) || googlesOwn && isGooglesApi(url));
    }

    public static boolean isGooglesApi(URI url) {
        return GOOGLES_APIS.matcher(originOf(url)).matches();
    }

    private static String originOf(URI url) {
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        return url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
