package dev.holdfast.session.boundary;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.entity.SentCookies;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The refresh cookie of our session: HttpOnly, SameSite=Strict and for this host alone. On https, its prefix prevents
 * scripts and sibling hosts from setting it (RFC 6265bis section 4.1.3). A second cookie of the same kind is the arrival.
 * A sign-in begun by another site leaves its token there until the first refresh ({@link BrowserSession}).
 */
@ApplicationScoped
class RefreshCookie {

    private static final String NAME = "holdfast";
    private static final String ARRIVAL = "holdfast-arrival";
    private static final String HOST_PREFIX = "__Host-Http-";

    @Inject PublicUrl publicUrl;

    /** Returns all values under the cookie's name; more than one means that another host set one (cookie tossing). */
    public List<String> valuesOf(SentCookies sent) {
        return sent.valuesOf(named(NAME));
    }

    public List<String> arrivalsOf(SentCookies sent) {
        return sent.valuesOf(named(ARRIVAL));
    }

    public String keeping(Secret refreshToken, Instant until, Instant now) {
        return header(NAME, refreshToken.reveal(), secondsBetween(now, until));
    }

    String keepingApart(Secret refreshToken, Instant until, Instant now) {
        return header(ARRIVAL, refreshToken.reveal(), secondsBetween(now, until));
    }

    String dropping() {
        return header(NAME, "", 0);
    }

    String droppingArrival() {
        return header(ARRIVAL, "", 0);
    }

    private String header(String name, String value, long maxAge) {
        return named(name) + '=' + value + "; Path=/; Max-Age=" + maxAge + "; HttpOnly; SameSite=Strict"
                + (publicUrl.isHttps() ? "; Secure" : "");
    }

    private String named(String name) {
        return publicUrl.isHttps() ? HOST_PREFIX + name : name;
    }

    private static long secondsBetween(Instant now, Instant until) {
        return Math.max(0, Duration.between(now, until).toSeconds());
    }
}
