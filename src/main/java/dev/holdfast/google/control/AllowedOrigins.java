package dev.holdfast.google.control;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where our secrets may travel: the origins of the settings and those the issuer's own metadata names, nothing else. */
final class AllowedOrigins {

    private final Set<String> origins = ConcurrentHashMap.newKeySet();

    AllowedOrigins(GoogleConfig config) {
        allow(URI.create(config.issuer()));
        allow(config.apiRoot());
        Stream.of(config.tokenEndpoint(), config.revocationEndpoint(), config.jwksUri())
                .flatMap(java.util.Optional::stream)
                .forEach(this::allow);
    }

    void allow(URI url) {
        origins.add(originOf(url));
    }

    boolean contain(URI url) {
        return origins.contains(originOf(url));
    }

    private static String originOf(URI url) {
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        return url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
