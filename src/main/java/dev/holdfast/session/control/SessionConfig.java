package dev.holdfast.session.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** {@code holdfast.session.*}: how long our own sessions and tokens live, and what signs them. */
@ApplicationScoped
public class SessionConfig implements RoomSettings {

    /** The longest access token lifetime that can be set. Ended sessions are remembered for at least this time. */
    public static final Duration LONGEST_ACCESS_LIFETIME = Duration.ofMinutes(10);

    private static final String ACCESS = "holdfast.session.access-token-lifetime";
    private static final String IDLE = "holdfast.session.idle-timeout";
    private static final String ABSOLUTE = "holdfast.session.absolute-timeout";
    private static final String GRACE = "holdfast.session.reuse-grace";
    private static final String MOST = "holdfast.session.most-per-account";
    private static final String FEED = "holdfast.session.feed-tolerance";
    private static final String ALGORITHM = "holdfast.session.signing-algorithm";
    private static final String KEY_LIFETIME = "holdfast.session.signing-key-lifetime";
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(36500);

    private Duration accessTokenLifetime;
    private Duration idleTimeout;
    private Duration absoluteTimeout;
    private Duration reuseGrace;
    private int mostPerAccount;
    private Duration feedTolerance;
    private String signingAlgorithm;
    private Duration signingKeyLifetime;

    protected SessionConfig() {}

    @Inject
    public SessionConfig(Settings settings) {
        accessTokenLifetime = settings.duration(ACCESS, Duration.ofMinutes(5), ONE_SECOND, LONGEST_ACCESS_LIFETIME);
        idleTimeout = settings.duration(IDLE, Duration.ofDays(7), ONE_SECOND, LONGEST);
        absoluteTimeout = settings.duration(ABSOLUTE, Duration.ofDays(30), ONE_SECOND, LONGEST);
        reuseGrace = settings.duration(GRACE, Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(1));
        mostPerAccount = settings.number(MOST, 100, 1, 1000);
        feedTolerance = settings.duration(FEED, Duration.ofSeconds(30), ONE_SECOND, Duration.ofMinutes(5));
        signingAlgorithm = settings.choice(ALGORITHM, "ES256", List.of("ES256", "RS256"));
        signingKeyLifetime = settings.duration(KEY_LIFETIME, Duration.ofDays(30), Duration.ofSeconds(10), LONGEST);
        if (accessTokenLifetime.compareTo(idleTimeout) >= 0) {
            settings.fault(IDLE, "must be longer than " + ACCESS);
        }
        if (idleTimeout.compareTo(absoluteTimeout) > 0) {
            settings.fault(IDLE, "must not be longer than " + ABSOLUTE);
        }
    }

    public Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }

    public Duration idleTimeout() {
        return idleTimeout;
    }

    public Duration absoluteTimeout() {
        return absoluteTimeout;
    }

    public Duration reuseGrace() {
        return reuseGrace;
    }

    /** The most live sessions that one account may have. */
    public int mostPerAccount() {
        return mostPerAccount;
    }

    public Duration feedTolerance() {
        return feedTolerance;
    }

    public String signingAlgorithm() {
        return signingAlgorithm;
    }

    public Duration signingKeyLifetime() {
        return signingKeyLifetime;
    }
}
