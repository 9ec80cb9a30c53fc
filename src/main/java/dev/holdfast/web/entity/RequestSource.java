package dev.holdfast.web.entity;

import java.util.List;

/**
 * The headers by which the browser tells where a request came from: the values of {@code Sec-Fetch-Site}, {@code
 * Sec-Fetch-Dest} (W3C Fetch Metadata) and {@code Origin} (RFC 6454 section 7). The lists are empty for clients that are
 * not browsers.
 */
public record RequestSource(String method, List<String> site, List<String> destination, List<String> origin) {

    public RequestSource {
        site = List.copyOf(site);
        destination = List.copyOf(destination);
        origin = List.copyOf(origin);
    }

    boolean isSafe() {
        return List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method);
    }
}
