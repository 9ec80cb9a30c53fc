package dev.holdfast.custody.grant;

import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.account.entity.AccountFrozen;
import dev.holdfast.account.entity.AccountUnfrozen;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.CustodyLog;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes grants as Google's security signals demand. Joins the caller's transaction, which has locked the account. The sessions
 * are the caller's business: a signal ends only those that began before it.
 */
@ApplicationScoped
@Transactional
public class GrantSignals {

    @Inject GrantStore store;
    @Inject GrantSignalStore signals;
    @Inject TokenEncryption encryption;
    @Inject TokenFingerprints fingerprints;
    @Inject Timeline timeline;
    @Inject Event<GrantChanged> changes;
    @Inject OnceCommitted committed;
    @Inject @DatabaseTime Clock databaseClock;

    /** The outcome of Google's report that a grant or a token of it is revoked. */
    public enum Loss {
        /** The grant was alive and is revoked now; its tokens are deleted. */
        REVOKED,
        /** There is no grant, or it was revoked before. */
        GONE,
        /** The grant is younger than the report, and stays. */
        YOUNGER,
        /** The report is about another token than the stored one; the grant stays. */
        OTHER_TOKEN
    }

    /** Returns the account whose stored refresh token has one of these fingerprints; empty if none or several have. */
    public Optional<UUID> accountWithToken(List<String> tokenFingerprints) {
        List<UUID> found = signals.withToken(tokenFingerprints);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Revokes the grant unless it was granted after {@code grantedBy}. {@code code}: our name for the report. */
    public Loss revoke(UUID accountId, Instant grantedBy, String code) {
        return revoke(accountId, List.of(), grantedBy, code);
    }

    /** Does the same if the stored refresh token has one of these fingerprints; without any, the report names no token. */
    public Loss revokeToken(UUID accountId, List<String> tokenFingerprints, Instant grantedBy, String code) {
        return tokenFingerprints.isEmpty() ? Loss.OTHER_TOKEN : revoke(accountId, tokenFingerprints, grantedBy, code);
    }

    private Loss revoke(UUID accountId, List<String> named, Instant grantedBy, String code) {
        Optional<Grant> grant = store.read(accountId);
        while (grant.isPresent() && grant.get().refreshToken().isPresent()) {
            if (grant.get().grantedAt().isAfter(grantedBy)) {
                return Loss.YOUNGER;
            }
            if (!named.isEmpty() && !hasToken(grant.get(), named)) {
                return Loss.OTHER_TOKEN;
            }
            if (signals.revoke(grant.get(), code, databaseClock.instant())) {
                lost(accountId, code);
                return Loss.REVOKED;
            }
            grant = store.read(accountId);
        }
        return named.isEmpty() ? Loss.GONE : Loss.OTHER_TOKEN;
    }

    private boolean hasToken(Grant grant, List<String> named) {
        return encryption.refreshTokenOf(grant).filter(token -> fingerprints.match(token, named)).isPresent();
    }

    private void lost(UUID accountId, String code) {
        timeline.record(Activity.of(accountId, ActivityType.GRANT_LOST).withReason(EndReason.GOOGLE_REVOKED.code()));
        committed.run(() -> CustodyLog.lost(accountId, GrantStatus.REVOKED.code(), code));
        changed(accountId);
    }

    void accountFrozen(@Observes @Priority(AccountErased.GRANT_FIRST) AccountFrozen frozen) {
        signals.freeze(frozen.accountId(), databaseClock.instant());
        changed(frozen.accountId());
    }

    void accountUnfrozen(@Observes AccountUnfrozen unfrozen) {
        signals.unfreeze(unfrozen.accountId());
        changed(unfrozen.accountId());
    }

    private void changed(UUID accountId) {
        committed.run(() -> changes.fire(new GrantChanged(accountId)));
    }
}
