package dev.holdfast.custody.grant;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.CustodyConfig;
import dev.holdfast.google.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what is to be done about a grant, from its row and the clocks alone. All nodes decide alike. Whether Google was
 * asked lately, and by whom, is told by the database's clock; whether a token still serves, by the clock of the server.
 *
 * @param refreshAhead          how long before its end an access token is refreshed while it still serves
 * @param rejectionEndsSessions whether a grant is lost when Google rejects our client; otherwise that is an outage
 */
public record GrantPolicy(Duration refreshAhead, boolean rejectionEndsSessions) {

    /** How long a check is answered with the result of the last one. */
    public static final Duration CHECK_HOLDS = Duration.ofSeconds(10);

    /** The pause after a failed refresh while a stored token still serves. */
    public static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    /** The pause while no token serves: enough to keep callers from asking Google as fast as they can. */
    static final Duration PAUSE_WITHOUT_TOKEN = Duration.ofSeconds(1);

    /** The pause after Google rejected our client, if the settings keep the sessions. */
    static final Duration PAUSE_AFTER_REJECTION = Duration.ofSeconds(30);

    public static GrantPolicy of(CustodyConfig config) {
        return new GrantPolicy(config.refreshAhead(), config.clientRejectedEndsSessions());
    }

    /**
     * Decides for a caller who wants a token. {@code stored} gives the grant's access token, unless it is one that the
     * caller cannot use; it is not asked about a lost grant.
     */
    public GrantStanding standing(Grant grant, Supplier<Optional<AccessToken>> stored, Instant now, Instant databaseNow) {
        Optional<EndReason> lost = lost(grant);
        if (lost.isPresent()) {
            return new GrantStanding.Lost(lost.get());
        }
        Optional<AccessToken> serving = serving(stored, now);
        if (serving.isPresent() && freshness(serving.get(), now) == Freshness.FRESH) {
            return new GrantStanding.Fresh(serving.get());
        }
        if (grant.restsAt(databaseNow, pauseOf(grant, serving))) {
            return new GrantStanding.Resting(serving);
        }
        return leasedOrDue(grant, serving, databaseNow);
    }

    /**
     * Decides for a person who wants Google asked, whatever is stored. Checks are as rare as the pauses after a failure and
     * so ignore them.
     */
    public GrantStanding standingForCheck(Grant grant, Supplier<Optional<AccessToken>> stored, Instant now,
            Instant databaseNow) {
        Optional<EndReason> lost = lost(grant);
        if (lost.isPresent()) {
            return new GrantStanding.Lost(lost.get());
        }
        Optional<AccessToken> serving = serving(stored, now);
        return grant.wasCheckedWithin(CHECK_HOLDS, databaseNow) && !grant.isLeasedAt(databaseNow)
                ? new GrantStanding.Resting(serving) : leasedOrDue(grant, serving, databaseNow);
    }

    /** Returns why the grant is lost, if it is. That of a frozen account is as lost as a dead one until the all-clear. */
    private Optional<EndReason> lost(Grant grant) {
        return grant.isFrozen() ? Optional.of(EndReason.GOOGLE_ACCOUNT_AT_RISK) : lost(grant.status());
    }

    /** Returns why a grant of that status is lost, if it is. */
    public Optional<EndReason> lost(GrantStatus status) {
        return status.lost().filter(reason -> rejectionEndsSessions || status != GrantStatus.CLIENT_REJECTED);
    }

    private static GrantStanding leasedOrDue(Grant grant, Optional<AccessToken> serving, Instant databaseNow) {
        return grant.isLeasedAt(databaseNow) ? new GrantStanding.Leased(serving) : new GrantStanding.Due(serving);
    }

    private Optional<AccessToken> serving(Supplier<Optional<AccessToken>> stored, Instant now) {
        return stored.get().filter(token -> freshness(token, now) != Freshness.EXPIRED);
    }

    private Freshness freshness(AccessToken token, Instant now) {
        return Freshness.at(now, token, refreshAhead);
    }

    private static Duration pauseOf(Grant grant, Optional<AccessToken> serving) {
        if (serving.isPresent()) {
            return PAUSE_AFTER_FAILURE;
        }
        return grant.status().lost().isPresent() ? PAUSE_AFTER_REJECTION : PAUSE_WITHOUT_TOKEN;
    }
}
