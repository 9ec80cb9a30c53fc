package dev.holdfast.settings.entity;

import java.net.URI;

/**
 * The one origin at which browsers reach Holdfast, pages and API alike, as {@code scheme://host[:port]} without a
 * trailing slash. It comes from the settings, never from a request (RFC 9700 section 4.11).
 */
public record PublicUrl(URI origin) {

    public boolean isHttps() {
        return "https".equals(origin.getScheme());
    }

    /** Returns an absolute URL of ours; {@code path} starts with a slash. */
    public URI resolve(String path) {
        return URI.create(origin + path);
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
