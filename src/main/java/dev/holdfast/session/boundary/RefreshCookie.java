package dev.holdfast.session.boundary;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The one cookie of our session: HttpOnly, SameSite=Strict, for this host alone and, on https, with the prefix that
 * lets no script and no sibling host set it (RFC 6265bis section 4.1.3).
 */
@ApplicationScoped
class RefreshCookie {

    private static final String PLAIN_NAME = "holdfast";
    private static final String HOST_NAME = "__Host-Http-holdfast";

    @Inject PublicUrl publicUrl;

    /** Every value that came under our name; more than one means that somebody else has set one (cookie tossing). */
    List<String> valuesOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? List.of()
                : Arrays.stream(cookies).filter(cookie -> name().equals(cookie.getName())).map(Cookie::getValue).toList();
    }

    String keeping(Secret refreshToken, Instant until, Instant now) {
        return header(refreshToken.reveal(), Math.max(0, Duration.between(now, until).toSeconds()));
    }

    String dropping() {
        return header("", 0);
    }

    private String header(String value, long maxAge) {
        return name() + '=' + value + "; Path=/; Max-Age=" + maxAge + "; HttpOnly; SameSite=Strict"
                + (publicUrl.isHttps() ? "; Secure" : "");
    }

    private String name() {
        return publicUrl.isHttps() ? HOST_NAME : PLAIN_NAME;
    }
}
