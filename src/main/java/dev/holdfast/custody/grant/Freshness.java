package dev.holdfast.custody.grant;

import dev.holdfast.google.token.AccessToken;
import java.time.Duration;
import java.time.Instant;

/** The freshness of a Google access token, by its age and lifetime. */
public enum Freshness {
    FRESH,
    /** Close to its end: it still serves while one refresh is under way. */
    AGEING,
    /** Expired, or so close to it that it may expire before Google receives it. */
    EXPIRED;

    private static final Duration MOST_TRANSIT = Duration.ofSeconds(5);

    /** Returns the freshness at {@code now}. At most half of the token's lifetime counts as {@code refreshAhead}. */
    public static Freshness at(Instant now, AccessToken token, Duration refreshAhead) {
        Duration lifetime = Duration.between(token.issuedAt(), token.expiresAt());
        Duration left = Duration.between(now, token.expiresAt());
        if (left.compareTo(shorter(MOST_TRANSIT, part(10, lifetime))) <= 0) {
            return EXPIRED;
        }
        return left.compareTo(shorter(refreshAhead, part(2, lifetime))) <= 0 ? AGEING : FRESH;
    }

    /** Avoids {@link Duration#dividedBy}, which computes in BigDecimal: every acquired token is checked here. */
    private static Duration part(int parts, Duration lifetime) {
        return Duration.ofMillis(lifetime.toMillis() / parts);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
