package dev.holdfast.custody.grant;

import dev.holdfast.google.token.AccessToken;
import java.time.Duration;
import java.time.Instant;

/** What the age of a Google access token means to whoever wants to use it. */
public enum Freshness {
    FRESH,
    /** Close to its end: it still serves while one refresh is under way. */
    AGEING,
    /** Over, or so close that it might be before Google sees it. */
    EXPIRED;

    private static final Duration MOST_TRANSIT = Duration.ofSeconds(5);

    /** {@code refreshAhead} counts for at most half of the token's own lifetime. */
    public static Freshness at(Instant now, AccessToken token, Duration refreshAhead) {
        Duration lifetime = Duration.between(token.issuedAt(), token.expiresAt());
        Duration left = Duration.between(now, token.expiresAt());
        if (left.compareTo(shorter(MOST_TRANSIT, part(10, lifetime))) <= 0) {
            return EXPIRED;
        }
        return left.compareTo(shorter(refreshAhead, part(2, lifetime))) <= 0 ? AGEING : FRESH;
    }

    /** Not {@link Duration#dividedBy}: it reckons in BigDecimal, and everybody comes this way. */
    private static Duration part(int parts, Duration lifetime) {
        return Duration.ofMillis(lifetime.toMillis() / parts);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
