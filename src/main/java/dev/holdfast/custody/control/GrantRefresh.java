package dev.holdfast.custody.control;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.entity.Acquired;
import dev.holdfast.custody.entity.Freshness;
import dev.holdfast.custody.entity.Grant;
import dev.holdfast.custody.entity.GrantStatus;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.control.TokenRefresh;
import dev.holdfast.google.entity.AccessToken;
import dev.holdfast.google.entity.RefreshOutcome;
import dev.holdfast.google.entity.RefreshOutcome.Refreshed;
import dev.holdfast.google.entity.RefreshOutcome.Refused;
import dev.holdfast.google.entity.RefreshOutcome.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One refresh of one grant, from the row to the row: read, lease, ask Google with no transaction open, write fenced by
 * lease and version. Who finds the lease taken waits for the row to change and reads it anew.
 */
@ApplicationScoped
public class GrantRefresh {

    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** How long a failed refresh is left alone while a token still serves. */
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    /** A rejected client that keeps its sessions is asked for again, seldom. */
    private static final Duration PAUSE_AFTER_REJECTION = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(19);
    private static final long LOOK_AGAIN_MILLIS = 150;

    @Inject GrantLedger ledger;
    @Inject TokenSeal seal;
    @Inject TokenRefresh tokenRefresh;
    @Inject CustodyConfig config;
    @Inject Clock clock;

    /** What the row alone can answer, without Google: a token that still serves, or that there will be none. */
    Optional<Landed> known(UUID accountId) {
        Optional<Grant> grant = ledger.read(accountId);
        if (grant.isEmpty()) {
            return Optional.of(Landed.without(new Acquired.Lost(EndReason.DISCONNECTED)));
        }
        if (isDead(grant.get())) {
            return Optional.of(Landed.without(new Acquired.Lost(grant.get().status().lost().orElseThrow())));
        }
        return seal.accessTokenOf(grant.get())
                .filter(token -> freshness(clock.instant(), token) != Freshness.EXPIRED)
                .map(token -> new Landed(new Acquired.Fresh(token), grant.get().version()));
    }

    /** {@code rejected}: a token that Google's API refused and that must not be the answer. */
    Landed run(UUID accountId, Optional<Secret> rejected) {
        Instant until = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(until) && !Thread.currentThread().isInterrupted()) {
            Optional<Grant> grant = ledger.read(accountId);
            if (grant.isEmpty()) {
                return Landed.without(new Acquired.Lost(EndReason.DISCONNECTED));
            }
            Optional<Landed> settled = settle(grant.get(), rejected);
            if (settled.isPresent()) {
                return settled.get();
            }
            pause();
        }
        return Landed.without(new Acquired.Unavailable(RETRY_AFTER));
    }

    private Optional<Landed> settle(Grant grant, Optional<Secret> rejected) {
        Instant now = clock.instant();
        if (isDead(grant)) {
            return Optional.of(Landed.without(new Acquired.Lost(grant.status().lost().orElseThrow())));
        }
        Optional<AccessToken> stored = seal.accessTokenOf(grant)
                .filter(token -> rejected.filter(token.value()::equals).isEmpty());
        Optional<AccessToken> serving = stored.filter(token -> freshness(now, token) != Freshness.EXPIRED);
        if (stored.filter(token -> freshness(now, token) == Freshness.FRESH).isPresent()
                || serving.isPresent() && failedWithin(PAUSE_AFTER_FAILURE, grant, now)) {
            return serving.map(token -> new Landed(new Acquired.Fresh(token), grant.version()));
        }
        if (grant.status().lost().isPresent() && failedWithin(PAUSE_AFTER_REJECTION, grant, now)) {
            return Optional.of(Landed.without(new Acquired.Unavailable(RETRY_AFTER)));
        }
        return grant.isLeasedAt(now) ? Optional.empty() : refresh(grant, serving);
    }

    /** Empty: somebody else was faster, and the row has to be read anew. */
    private Optional<Landed> refresh(Grant grant, Optional<AccessToken> serving) {
        Optional<Secret> refreshToken = seal.refreshTokenOf(grant);
        if (refreshToken.isEmpty()) {
            return Optional.of(unavailable(grant, serving));
        }
        Optional<Lease> lease = ledger.lease(grant);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        Optional<Landed> written = askAndWrite(grant, lease.get(), refreshToken.get(), serving);
        if (written.isEmpty()) {
            CustodyLog.fenced(grant.accountId());
        }
        return written;
    }

    /** Whatever breaks, the lease does not stay behind; should that fail too, it ends by itself. */
    private Optional<Landed> askAndWrite(Grant grant, Lease lease, Secret refreshToken, Optional<AccessToken> serving) {
        try {
            return write(grant, lease, tokenRefresh.refresh(refreshToken), serving);
        } catch (RuntimeException broken) {
            release(grant, lease, broken);
            throw broken;
        }
    }

    private void release(Grant grant, Lease lease, RuntimeException broken) {
        try {
            ledger.release(grant, lease);
        } catch (RuntimeException brokenToo) {
            broken.addSuppressed(brokenToo);
        }
    }

    private Optional<Landed> write(Grant grant, Lease lease, RefreshOutcome outcome, Optional<AccessToken> serving) {
        if (outcome instanceof Refreshed refreshed) {
            return ledger.refreshed(grant, lease, refreshed.tokens())
                    ? Optional.of(new Landed(new Acquired.Fresh(withKnownScopes(refreshed.tokens().accessToken(), grant)),
                            grant.version() + 1))
                    : Optional.empty();
        }
        if (outcome instanceof Refused refused) {
            return ledger.refused(grant, lease, refused) ? Optional.of(Landed.without(lost(refused))) : Optional.empty();
        }
        return ledger.failed(grant, lease, ((Unavailable) outcome).code())
                ? Optional.of(unavailable(grant, serving)) : Optional.empty();
    }

    private Acquired lost(Refused refused) {
        boolean kept = refused.refusal() == RefreshOutcome.Refusal.CLIENT_REJECTED && !config.clientRejectedEndsSessions();
        return kept ? new Acquired.Unavailable(RETRY_AFTER)
                : new Acquired.Lost(GrantStatus.after(refused.refusal()).lost().orElseThrow());
    }

    private boolean isDead(Grant grant) {
        boolean kept = grant.status() == GrantStatus.CLIENT_REJECTED
                && !config.clientRejectedEndsSessions();
        return grant.status().lost().isPresent() && !kept;
    }

    private Freshness freshness(Instant now, AccessToken token) {
        return Freshness.at(now, token, config.refreshAhead());
    }

    private static boolean failedWithin(Duration pause, Grant grant, Instant now) {
        return grant.lastFailureAt().filter(at -> now.isBefore(at.plus(pause))).isPresent();
    }

    private static Landed unavailable(Grant grant, Optional<AccessToken> serving) {
        return serving.map(token -> new Landed(new Acquired.Fresh(token), grant.version()))
                .orElseGet(() -> Landed.without(new Acquired.Unavailable(RETRY_AFTER)));
    }

    /** An answer without a scope leaves the scopes as they were (RFC 6749 section 5.1). */
    private static AccessToken withKnownScopes(AccessToken token, Grant grant) {
        return token.scopes().isEmpty()
                ? new AccessToken(token.value(), grant.scopes(), token.issuedAt(), token.expiresAt()) : token;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
