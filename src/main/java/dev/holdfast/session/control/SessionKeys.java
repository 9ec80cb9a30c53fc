package dev.holdfast.session.control;

import dev.holdfast.crypto.control.SigningKeys;
import dev.holdfast.crypto.entity.KeyPlan;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.session.entity.AccessClaims;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.control.StartRefusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Defines which keys sign our two tokens, and rotates them. Access tokens are signed asymmetrically, because others
 * verify them. Only Holdfast reads refresh tokens, so they use HS256, which is seven times as fast.
 */
@ApplicationScoped
public class SessionKeys {

    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MOST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_CACHED = Duration.ofMinutes(5);

    @Inject SigningKeys keys;
    @Inject SessionConfig config;
    @Inject StartRefusal refusal;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        try {
            keys.use(List.of(accessPlan(), refreshPlan()));
        } catch (IllegalStateException unreadable) {
            throw refusal.refuse(String.valueOf(unreadable.getMessage()));
        }
        Duration pause = between(LEAST_PAUSE, config.signingKeyLifetime().dividedBy(10), MOST_PAUSE);
        schedule.every(pause, pause, keys::maintain, keys::notMaintained);
    }

    /** The JWK set of the access token. */
    public String jwkSet() {
        return keys.publicJwkSet(KeyPurpose.ACCESS);
    }

    /** How long the JWK set may be cached: less than a key is published ahead. */
    public Duration jwkSetMaxAge() {
        return between(Duration.ZERO, accessPlan().publishedAhead().dividedBy(2), LONGEST_CACHED);
    }

    private KeyPlan accessPlan() {
        Duration lifetime = SessionConfig.LONGEST_ACCESS_LIFETIME.plus(AccessClaims.SKEW);
        return new KeyPlan(KeyPurpose.ACCESS, config.signingAlgorithm(), config.signingKeyLifetime(), lifetime);
    }

    /**
     * The plan of the refresh token's keys. Its tokens live for weeks, and so do its keys. A key signs for at least a
     * day, which keeps the number of keys small.
     */
    private KeyPlan refreshPlan() {
        Duration aDay = Duration.ofDays(1);
        Duration signsFor = config.signingKeyLifetime().compareTo(aDay) < 0 ? aDay : config.signingKeyLifetime();
        return new KeyPlan(KeyPurpose.REFRESH, "HS256", signsFor, config.absoluteTimeout().plus(aDay));
    }

    private static Duration between(Duration least, Duration value, Duration most) {
        Duration atLeast = value.compareTo(least) < 0 ? least : value;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }
}
