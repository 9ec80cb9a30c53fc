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
 * The cookie of our session: HttpOnly, SameSite=Strict, for this host alone and, on https, with the prefix that lets no
 * script and no sibling host set it (RFC 6265bis section 4.1.3). And its sister of the same make, the arrival, in which
 * a sign-in begun by another site leaves its token until the first refresh ({@link BrowserSession}).
 */
@ApplicationScoped
class RefreshCookie {

    private static final String NAME = "holdfast";
    private static final String ARRIVAL = "holdfast-arrival";
    private static final String HOST_PREFIX = "__Host-Http-";

    @Inject PublicUrl publicUrl;

    /** Every value that came under its name; more than one means that somebody else has set one (cookie tossing). */
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
