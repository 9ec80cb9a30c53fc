package dev.holdfast.custody.grant;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.GoogleAccessLost;
import dev.holdfast.custody.ClientAcceptance;
import dev.holdfast.custody.revocation.ParkedRevocations;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.GrantedTokens;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes grants into custody at sign-in, tells how they stand and gives them up. Joins the caller's transaction. */
@ApplicationScoped
@Transactional
public class Grants {

    @Inject GrantStore store;
    @Inject TokenEncryption encryption;
    @Inject GoogleConfig google;
    @Inject Accounts accounts;
    @Inject Timeline timeline;
    @Inject ParkedRevocations parked;
    @Inject IssuedTokens issued;
    @Inject Event<GoogleAccessLost> losses;
    @Inject Event<GrantChanged> changes;
    @Inject OnceCommitted committed;
    @Inject ClientAcceptance client;
    @Inject Clock clock;
    @Inject @DatabaseTime Clock databaseClock;

    /**
     * Whether a refresh token is stored that spares the person another consent: of the configured client, of a grant
     * that is not lost to the person, and readable here.
     */
    public boolean hasUsableRefreshToken(UUID accountId) {
        return store.read(accountId)
                .filter(grant -> grant.sparesConsentFor(google.clientId()))
                .flatMap(encryption::refreshTokenOf)
                .isPresent();
    }

    /**
     * Keeps the stored refresh token where none came; never waits for a refresh in flight, which loses instead. False, and
     * nothing is stored, if none came and none that is usable is stored any more. What was parked to be revoked is dropped.
     */
    public boolean store(UUID accountId, GrantedTokens tokens) {
        client.accepted();
        Account account = accounts.find(accountId).orElseThrow();
        Instant now = clock.instant();
        Optional<Grant> known = store.read(accountId);
        if (known.isEmpty()) {
            store.insert(new Grant(accountId, google.clientId(), databaseClock.instant()));
        }
        EncryptedTokens encrypted = encryption.encrypt(accountId, google.clientId(), tokens);
        if (!store.replace(accountId, google.clientId(), encrypted, statusOf(encrypted), now)
                && !storeAnew(accountId, encrypted, now)) {
            return false;
        }
        issued.add(accountId, parked.dropOf(account) + issued.newIn(tokens, known));
        committed.run(() -> changes.fire(new GrantChanged(accountId)));
        return true;
    }

    /** What came suffices without the row that was there: somebody has disconnected meanwhile. */
    private boolean storeAnew(UUID accountId, EncryptedTokens encrypted, Instant now) {
        if (encrypted.refreshToken().isEmpty()) {
            return false;
        }
        store.insert(new Grant(accountId, google.clientId(), databaseClock.instant()));
        return store.replace(accountId, google.clientId(), encrypted, statusOf(encrypted), now);
    }

    private GrantStatus statusOf(EncryptedTokens encrypted) {
        return GrantStatus.of(encrypted.scopes(), google.scopes());
    }

    /**
     * Whether a revocation that was under way when Google granted these tokens may take them back. To be asked in the
     * transaction that has stored them: from then on nobody can begin to tell Google, and whoever has begun is seen.
     */
    public boolean mayBeTakenBack(UUID accountId, GrantedTokens tokens) {
        Account account = accounts.find(accountId).orElseThrow();
        return parked.mayTakeBack(account, Duration.between(tokens.accessToken().issuedAt(), clock.instant()));
    }

    /**
     * For a person who is asked for consent and has so long to give it: what is parked for them, by
     * {@link Account#identity}, is not told to Google meanwhile. Should they not come back, it still is, within its day.
     */
    public void postponeRevocations(String identity, Duration howLong) {
        parked.postpone(identity, howLong);
    }

    public Optional<Grant> find(UUID accountId) {
        return store.read(accountId);
    }

    /** Of those accounts that have a grant; one query for all. */
    public Map<UUID, GrantStatus> statusesOf(List<UUID> accountIds) {
        return accountIds.isEmpty() ? Map.of() : store.statusesOf(accountIds);
    }

    /** Gone here at once and for good, whether or not Google can be told now; all the account's sessions end. */
    public void disconnect(UUID accountId) {
        if (remove(accountId)) {
            timeline.record(Activity.of(accountId, ActivityType.DISCONNECTED));
            losses.fire(new GoogleAccessLost(accountId, EndReason.DISCONNECTED));
        }
    }

    void accountErased(@Observes @Priority(AccountErased.GRANT_FIRST) AccountErased erased) {
        remove(erased.accountId());
    }

    private boolean remove(UUID accountId) {
        Optional<Account> account = accounts.find(accountId);
        if (account.isEmpty()) {
            return false;
        }
        Optional<Grant> grant = store.read(accountId);
        while (grant.isPresent() && !store.delete(grant.get())) {
            grant = store.read(accountId);
        }
        grant.ifPresent(removed -> {
            park(removed, account.get());
            committed.run(() -> changes.fire(new GrantChanged(accountId)));
        });
        return grant.isPresent();
    }

    /** Its refresh token, or its access token if there is no other. */
    private void park(Grant grant, Account account) {
        encryption.refreshTokenOf(grant).or(() -> encryption.accessTokenOf(grant).map(AccessToken::value))
                .ifPresent(token -> parked.park(token, account.identity(), grant.refreshTokensReceived()));
    }
}
