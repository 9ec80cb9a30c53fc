package dev.holdfast.custody.refresh;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.CustodyConfig;
import dev.holdfast.custody.CustodyLog;
import dev.holdfast.custody.grant.Grant;
import dev.holdfast.custody.grant.GrantPolicy;
import dev.holdfast.custody.grant.GrantStanding;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.custody.grant.TokenEncryption;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.RefreshOutcome;
import dev.holdfast.google.token.RefreshOutcome.Refreshed;
import dev.holdfast.google.token.RefreshOutcome.Refused;
import dev.holdfast.google.token.RefreshOutcome.Unavailable;
import dev.holdfast.google.token.TokenRefresh;
import dev.holdfast.google.token.TokenRefresh.Trial;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One refresh of one grant: read the row, decide ({@link GrantPolicy}), take the lease, ask Google with no transaction open,
 * write fenced by lease and version. If the lease is taken, the caller waits and reads the row again.
 */
@ApplicationScoped
public class GrantRefresh {

    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final long WRITE_AGAIN_MILLIS = 500;

    private static final RefreshResult NO_GRANT = RefreshResult.without(new Acquired.Lost(EndReason.DISCONNECTED));

    /**
     * The outcome for a refresh token of another client. The token is bound to the client it was issued to (RFC 6749
     * section 6), so Google need not be asked.
     */
    private static final Refused OF_ANOTHER_CLIENT =
            new Refused(RefreshOutcome.Refusal.CLIENT_REJECTED, "issued_to_another_client");

    @Inject GrantLedger ledger;
    @Inject TokenEncryption encryption;
    @Inject TokenRefresh tokenRefresh;
    @Inject CustodyConfig config;
    @Inject GoogleConfig google;
    @Inject Clock clock;
    @Inject @DatabaseTime Clock databaseClock;

    /** Returns what the row alone can answer, without Google: a token that still serves, or that there is none for now. */
    Optional<RefreshResult> known(UUID accountId) {
        Optional<Grant> found = ledger.read(accountId);
        if (found.isEmpty()) {
            return Optional.of(NO_GRANT);
        }
        GrantStanding standing = standing(found.get(), RefreshDemand.ANY_TOKEN);
        boolean answers = standing.serving().isPresent() || standing instanceof GrantStanding.Lost
                || standing instanceof GrantStanding.Resting;
        return answers ? Optional.of(answer(found.get(), standing)) : Optional.empty();
    }

    /**
     * Reads the row once and, if it is this node's turn, refreshes once. Returns empty if another node is refreshing or
     * was faster: the row has to be read again a little later.
     */
    Optional<RefreshResult> attempt(UUID accountId, RefreshDemand demand) {
        Optional<Grant> found = ledger.read(accountId);
        if (found.isEmpty()) {
            return Optional.of(NO_GRANT);
        }
        GrantStanding standing = standing(found.get(), demand);
        if (standing instanceof GrantStanding.Due due) {
            return refresh(found.get(), due.serving(), demand);
        }
        return standing instanceof GrantStanding.Leased ? Optional.empty() : Optional.of(answer(found.get(), standing));
    }

    private GrantStanding standing(Grant grant, RefreshDemand demand) {
        Supplier<Optional<AccessToken>> stored = () -> encryption.accessTokenOf(grant)
                .filter(token -> demand.rejected().filter(token.value()::equals).isEmpty());
        Instant now = clock.instant();
        Instant databaseNow = databaseClock.instant();
        GrantPolicy policy = GrantPolicy.of(config);
        return demand.isCheck() ? policy.standingForCheck(grant, stored, now, databaseNow)
                : policy.standing(grant, stored, now, databaseNow);
    }

    private static RefreshResult answer(Grant grant, GrantStanding standing) {
        return standing instanceof GrantStanding.Lost lost
                ? RefreshResult.without(new Acquired.Lost(lost.reason())) : orServing(grant, standing.serving());
    }

    /** Refreshes the grant; empty if another node was faster and the row has to be read again. */
    private Optional<RefreshResult> refresh(Grant grant, Optional<AccessToken> serving, RefreshDemand demand) {
        Optional<Secret> refreshToken = encryption.refreshTokenOf(grant);
        if (refreshToken.isEmpty()) {
            return Optional.of(orServing(grant, serving));
        }
        if (!grant.isOf(google.clientId())) {
            return leased(grant, serving, demand, () -> OF_ANOTHER_CLIENT);
        }
        if (!grant.isInTrouble()) {
            return leased(grant, serving, demand, () -> tokenRefresh.refresh(refreshToken.get()));
        }
        try (Trial trial = tokenRefresh.trial().orElse(null)) {
            return trial == null ? Optional.of(orServing(grant, serving))
                    : leased(grant, serving, demand, () -> trial.refresh(refreshToken.get()));
        }
    }

    private Optional<RefreshResult> leased(Grant grant, Optional<AccessToken> serving, RefreshDemand demand,
            Supplier<RefreshOutcome> asked) {
        Optional<Lease> lease = ledger.lease(grant, demand.isCheck()
                ? Optional.of(databaseClock.instant().minus(GrantPolicy.CHECK_HOLDS)) : Optional.empty());
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        Optional<RefreshResult> written = askAndWrite(grant, lease.get(), asked, serving);
        if (written.isEmpty()) {
            CustodyLog.fenced(grant.accountId());
        }
        return written;
    }

    /** Releases the lease if anything breaks; if the release fails too, the lease expires. */
    private Optional<RefreshResult> askAndWrite(Grant grant, Lease lease, Supplier<RefreshOutcome> asked,
            Optional<AccessToken> serving) {
        try {
            return insist(grant, lease, asked.get(), serving);
        } catch (RuntimeException broken) {
            release(grant, lease, broken);
            throw broken;
        }
    }

    /**
     * Retries the write of a granted token while the storage fails and the lease lasts. Google may have replaced the
     * stored refresh token, and then the new one must not be lost.
     */
    private Optional<RefreshResult> insist(Grant grant, Lease lease, RefreshOutcome outcome, Optional<AccessToken> serving) {
        while (true) {
            try {
                return write(grant, lease, outcome, serving);
            } catch (RuntimeException broken) {
                boolean worthIt = outcome instanceof Refreshed && StorageFailure.isCauseOf(broken)
                        && databaseClock.instant().plusMillis(WRITE_AGAIN_MILLIS).isBefore(lease.until());
                if (!worthIt || !pause()) {
                    throw broken;
                }
            }
        }
    }

    private void release(Grant grant, Lease lease, RuntimeException broken) {
        try {
            ledger.release(grant, lease);
        } catch (RuntimeException brokenToo) {
            broken.addSuppressed(brokenToo);
        }
    }

    private Optional<RefreshResult> write(Grant grant, Lease lease, RefreshOutcome outcome, Optional<AccessToken> serving) {
        if (outcome instanceof Refreshed refreshed) {
            return ledger.refreshed(grant, lease, refreshed.tokens())
                    ? Optional.of(new RefreshResult(
                            new Acquired.Fresh(refreshed.tokens().accessToken().orScopes(grant.scopes())),
                            grant.version() + 1))
                    : Optional.empty();
        }
        if (outcome instanceof Refused refused) {
            return ledger.refused(grant, lease, refused)
                    ? Optional.of(RefreshResult.without(lost(refused))) : Optional.empty();
        }
        Unavailable failed = (Unavailable) outcome;
        return ledger.failed(grant, lease, failed.code()) ? Optional.of(orServing(grant, serving)) : Optional.empty();
    }

    private Acquired lost(Refused refused) {
        return GrantPolicy.of(config).lost(GrantStatus.after(refused.refusal()))
                .<Acquired>map(Acquired.Lost::new).orElseGet(() -> new Acquired.Unavailable(RETRY_AFTER));
    }

    /** Returns the token that still serves, whatever the trouble is; unavailable if there is none. */
    private static RefreshResult orServing(Grant grant, Optional<AccessToken> serving) {
        return serving.map(token -> new RefreshResult(new Acquired.Fresh(token), grant.version()))
                .orElseGet(() -> RefreshResult.without(new Acquired.Unavailable(RETRY_AFTER)));
    }

    /** Waits before the next write; returns false if this server is stopping. */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(WRITE_AGAIN_MILLIS);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
