package dev.holdfast.custody;

import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** The settings of Google grants in custody. */
@ApplicationScoped
public class CustodyConfig {

    /** Half a token's lifetime is the bound that counts; this one only keeps the arithmetic safe. */
    private static final Duration MOST_AHEAD = Duration.ofDays(36500);

    /** Google forgets a refresh token after six months of disuse; a month is left for outages and backlogs. */
    private static final Duration LONGEST_UNUSED = Duration.ofDays(150);

    private Duration refreshAhead;
    private Duration unusedRefreshAfter;
    private boolean clientRejectedEndsSessions;

    protected CustodyConfig() {}

    @Inject
    public CustodyConfig(Settings settings) {
        refreshAhead = settings.duration("holdfast.google.refresh-ahead", Duration.ofMinutes(5), Duration.ZERO, MOST_AHEAD);
        unusedRefreshAfter = settings.duration("holdfast.google.unused-refresh-after", Duration.ofDays(90),
                Duration.ofDays(1), LONGEST_UNUSED);
        clientRejectedEndsSessions = settings.flag("holdfast.google.client-rejected-ends-sessions", true);
    }

    void read(@Observes @Priority(StartOrder.SETTINGS_READ) Startup start) {
        // Being called is enough: the constructor has read the settings.
    }

    /** A Google access token this close to its end is refreshed while it still serves. */
    public Duration refreshAhead() {
        return refreshAhead;
    }

    /** A refresh token that nobody has used for so long is used once, so that Google does not forget it. */
    public Duration unusedRefreshAfter() {
        return unusedRefreshAfter;
    }

    /** Whether a client that Google rejects ends everybody's sessions, or is treated as an outage. */
    public boolean clientRejectedEndsSessions() {
        return clientRejectedEndsSessions;
    }
}
