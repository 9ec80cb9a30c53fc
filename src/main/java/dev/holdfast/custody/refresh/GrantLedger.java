package dev.holdfast.custody.refresh;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.GoogleAccessLost;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.ClientAcceptance;
import dev.holdfast.custody.CustodyConfig;
import dev.holdfast.custody.CustodyEvent;
import dev.holdfast.custody.CustodyLog;
import dev.holdfast.custody.grant.EncryptedTokens;
import dev.holdfast.custody.grant.Grant;
import dev.holdfast.custody.grant.GrantChanged;
import dev.holdfast.custody.grant.GrantPolicy;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.custody.grant.GrantStore;
import dev.holdfast.custody.grant.IssuedTokens;
import dev.holdfast.custody.grant.TokenEncryption;
import dev.holdfast.custody.revocation.ParkedRevocations;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.TimeBudget;
import dev.holdfast.google.token.GrantedTokens;
import dev.holdfast.google.token.RefreshOutcome.Refused;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The short transactions of a refresh: read, lease, and write the outcome together with everything that follows from it
 * (the timeline, the end of sessions). No transaction is open while Google is asked.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class GrantLedger {

    @Inject GrantStore store;
    @Inject TokenEncryption encryption;
    @Inject GoogleConfig google;
    @Inject CustodyConfig config;
    @Inject Accounts accounts;
    @Inject ParkedRevocations parked;
    @Inject IssuedTokens issued;
    @Inject Timeline timeline;
    @Inject Event<GoogleAccessLost> losses;
    @Inject Event<GrantChanged> changes;
    @Inject Event<CustodyEvent> events;
    @Inject Event<RefreshEnded> endings;
    @Inject OnceCommitted committed;
    @Inject ClientAcceptance client;
    @Inject Clock clock;
    @Inject @DatabaseTime Clock databaseClock;

    public Optional<Grant> read(UUID accountId) {
        return store.read(accountId);
    }

    /** Returns the versions of those grants that exist. */
    Map<UUID, Long> versionsOf(List<UUID> accounts) {
        return store.versionsOf(accounts);
    }

    /**
     * Takes the lease of the grant. With {@code checkAfter} the lease is for a check, and is refused if there was a check
     * after that time.
     */
    Optional<Lease> lease(Grant grant, Optional<Instant> checkAfter) {
        Instant now = databaseClock.instant();
        Instant until = now.plus(TimeBudget.LEASE);
        UUID owner = UUID.randomUUID();
        // Reads the account first, in the order of a sign-in: on Derby a reader waits for the writer.
        Optional<String> identity = accounts.find(grant.accountId()).map(Account::identity);
        if (!store.lease(grant, owner, now, until, checkAfter)) {
            events.fire(CustodyEvent.LEASE_TAKEN);
            return Optional.empty();
        }
        return Optional.of(new Lease(owner, until, identity));
    }

    /**
     * Stores a rotated refresh token in the same write as the access token. Safe to repeat when the outcome of the commit
     * is unknown: counters and timeline change once. Returns false if the lease was lost. If it was lost to a new
     * consent, these tokens are dropped; if to a disconnect, they are parked to be revoked.
     */
    boolean refreshed(Grant grant, Lease lease, GrantedTokens tokens) {
        client.accepted();
        EncryptedTokens encrypted = encryption.encrypt(grant.accountId(), grant.clientId(), tokens.orScopes(grant.scopes()));
        boolean held = store.refreshed(grant, lease.owner(), encrypted, GrantStatus.of(encrypted.scopes(), google.scopes()),
                clock.instant());
        if (!held && isWritten(grant, tokens)) {
            ended(RefreshEnded.refreshed());
            return true;
        }
        ended(held ? RefreshEnded.refreshed() : RefreshEnded.dropped());
        int minted = issued.newIn(tokens, Optional.of(grant));
        Optional<UUID> living = held ? Optional.of(grant.accountId()) : lease.identity().flatMap(this::livingGrantOf);
        living.ifPresentOrElse(account -> issued.add(account, minted), () -> {
            Secret token = tokens.refreshToken().orElse(tokens.accessToken().value());
            lease.identity().ifPresent(identity -> parked.park(token, identity, minted));
        });
        if (held && (grant.status() == GrantStatus.DEGRADED || grant.status() == GrantStatus.CLIENT_REJECTED)) {
            committed.run(() -> CustodyLog.healed(grant.accountId()));
            timeline.record(Activity.of(grant.accountId(), ActivityType.GRANT_HEALED));
        }
        return held;
    }

    /** Returns whether this very refresh was already written, by a commit whose outcome this node did not learn. */
    private boolean isWritten(Grant before, GrantedTokens tokens) {
        return store.read(before.accountId()).filter(now -> now.version() == before.version() + 1)
                .flatMap(encryption::accessTokenOf)
                .filter(stored -> stored.value().equals(tokens.accessToken().value())).isPresent();
    }

    /** The current account of this Google identity, if it has a grant: revoking the token would destroy that grant too. */
    private Optional<UUID> livingGrantOf(String identity) {
        return accounts.hold(identity).map(Account::id).filter(account -> store.read(account).isPresent());
    }

    boolean failed(Grant grant, Lease lease, String code) {
        boolean held = store.failed(grant, lease.owner(), GrantStatus.DEGRADED, code, databaseClock.instant());
        ended(held ? RefreshEnded.failed(code) : RefreshEnded.dropped());
        if (held && grant.status() != GrantStatus.DEGRADED) {
            committed.run(() -> CustodyLog.degraded(grant.accountId(), code));
            tell(grant, ActivityType.GRANT_REFRESH_FAILED, code);
        }
        return held;
    }

    /**
     * Writes a final refusal: the grant is dead and the account's sessions end, in one transaction. If Google rejected
     * only our client and the settings say so, the sessions stay.
     */
    boolean refused(Grant grant, Lease lease, Refused refused) {
        GrantStatus status = GrantStatus.after(refused.refusal());
        if (status == GrantStatus.CLIENT_REJECTED && grant.isOf(google.clientId())) {
            CustodyLog.clientRejected(refused.code());
            client.rejected(refused.code(), clock.instant());
            events.fire(CustodyEvent.CLIENT_REJECTED);
        }
        Instant now = databaseClock.instant();
        boolean sessionsStay = GrantPolicy.of(config).lost(status).isEmpty();
        boolean held = sessionsStay ? store.failed(grant, lease.owner(), status, refused.code(), now)
                : store.refused(grant, lease.owner(), status, refused.code(), now);
        ended(held ? RefreshEnded.refused(status) : RefreshEnded.dropped());
        if (held && !sessionsStay) {
            lost(grant, status, refused.code());
        } else if (held && grant.status() != GrantStatus.CLIENT_REJECTED) {
            tell(grant, ActivityType.GRANT_REFRESH_FAILED, refused.code());
        }
        return held;
    }

    private void lost(Grant grant, GrantStatus status, String code) {
        committed.run(() -> CustodyLog.lost(grant.accountId(), status.code(), code));
        tell(grant, ActivityType.GRANT_LOST, status.lost().orElseThrow().code());
        losses.fire(new GoogleAccessLost(grant.accountId(), status.lost().orElseThrow()));
        committed.run(() -> changes.fire(new GrantChanged(grant.accountId())));
    }

    void release(Grant grant, Lease lease) {
        store.release(grant, lease.owner());
    }

    private void ended(RefreshEnded how) {
        committed.run(() -> endings.fire(how));
    }

    private void tell(Grant grant, ActivityType type, String reason) {
        timeline.record(Activity.of(grant.accountId(), type).withReason(reason));
    }
}
