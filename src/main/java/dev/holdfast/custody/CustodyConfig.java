package dev.holdfast.custody;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The settings of Google grants in custody. */
@ApplicationScoped
public class CustodyConfig implements RoomSettings {

    /** Keeps the arithmetic safe; the effective bound is half of the token's lifetime. */
    private static final Duration MOST_AHEAD = Duration.ofDays(36500);

    /** Google drops a refresh token after six months without use; 150 days leave a month for outages and backlogs. */
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

    /** Returns how long before its end a Google access token is refreshed, while it still serves. */
    public Duration refreshAhead() {
        return refreshAhead;
    }

    /** Returns how long a refresh token may lie unused before it is used once, so that Google does not drop it. */
    public Duration unusedRefreshAfter() {
        return unusedRefreshAfter;
    }

    /** Returns whether a rejection of our client by Google ends sessions; otherwise it is treated as an outage. */
    public boolean clientRejectedEndsSessions() {
        return clientRejectedEndsSessions;
    }
}
