package dev.holdfast.web.entity;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every answer, errors included. The application sends no CORS header, here or elsewhere. */
public final class SecurityHeaders {

    private static final String HSTS = "max-age=63072000";

    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
            + "display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), "
            + "identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), "
            + "payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), "
            + "usb=(), xr-spatial-tracking=()";

    private SecurityHeaders() {}

    /**
     * Returns the headers; {@code scheme} tells whether browsers reach us by https, so that they may be told to insist on
     * it.
     */
    public static Map<String, String> of(Area area, Scheme scheme) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Permissions-Policy", PERMISSIONS);
        headers.put("Content-Security-Policy", ContentSecurityPolicy.CLOSED);
        if (scheme != Scheme.HTTP) {
            headers.put("Strict-Transport-Security", scheme == Scheme.HTTPS ? HSTS : HSTS + "; includeSubDomains");
        }
        if (area.isPrivate()) {
            headers.put("Cache-Control", "no-store");
            headers.put("Vary", "Origin, Sec-Fetch-Site, Sec-Fetch-Dest");
        }
        return headers;
    }

    /** How browsers reach us, and whether they are to insist on https at the hosts below ours (RFC 6797 section 6.1.2). */
    public enum Scheme { HTTP, HTTPS, HTTPS_WITH_SUB_DOMAINS }
}
