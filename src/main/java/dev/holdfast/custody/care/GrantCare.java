package dev.holdfast.custody.care;

import dev.holdfast.custody.CustodyConfig;
import dev.holdfast.custody.CustodyEvent;
import dev.holdfast.custody.CustodyLog;
import dev.holdfast.custody.grant.Grant;
import dev.holdfast.custody.grant.GrantStore;
import dev.holdfast.custody.grant.TokenEncryption;
import dev.holdfast.custody.revocation.RevocationStore;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The short transactions of long-term care: which grants are due, which node acts, and how all grants stand. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class GrantCare {

    /** How much later the next try is, whatever the outcome: an outage or an unreadable token costs little. */
    private static final Duration TAKEN_FOR = Duration.ofHours(6);

    private static final int LOOKED_AT = 200;

    @Inject GrantCareStore store;
    @Inject GrantStore grants;
    @Inject RevocationStore parked;
    @Inject TokenEncryption encryption;
    @Inject GoogleConfig google;
    @Inject CustodyConfig config;
    @Inject Event<CustodyEvent> events;
    @Inject OnceCommitted committed;
    @Inject Clock clock;
    @Inject @DatabaseTime Clock databaseClock;

    List<UUID> unused(int most) {
        Instant now = clock.instant();
        return store.unused(google.clientId(), now.minus(config.unusedRefreshAfter()), now, most);
    }

    /** Returns true if this node may try now: one node only, and only if the grant has a readable refresh token. */
    boolean take(UUID accountId) {
        Instant now = clock.instant();
        Optional<Grant> grant = grants.read(accountId);
        return store.take(accountId, now, now.plus(TAKEN_FOR)) && grant.flatMap(encryption::refreshTokenOf).isPresent();
    }

    /** Warns operators of grants that end soon, once for each; returns how many it has looked at. */
    int warnOfEnding(int most) {
        Instant now = clock.instant();
        Instant before = ExpiryWarning.warnedBefore(now);
        List<Object[]> ending = store.ending(now, now.plus(ExpiryWarning.WARNED_AHEAD), before, most);
        for (Object[] row : ending) {
            if (store.warn((UUID) row[0], before, now)) {
                committed.run(() -> CustodyLog.endingSoon((UUID) row[0], (Instant) row[1]));
                committed.run(() -> events.fire(CustodyEvent.EXPIRY_NEAR));
            }
        }
        return ending.size();
    }

    /** Returns the numbers for operators who look for the causes of dying grants. */
    public GrantVitals vitals() {
        List<LifeSpan> ended = store.endedLately(LOOKED_AT);
        return new GrantVitals(store.byStatus(), ended.size(), (int) ended.stream().filter(LifeSpan::isOfTesting).count(),
                store.mostRefreshTokens());
    }

    GrantCounts count() {
        return new GrantCounts(databaseClock.instant(), store.byStatus(), parked.count(), parked.oldest());
    }
}
