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
import dev.holdfast.google.Scopes;
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
import java.util.Set;
import java.util.UUID;

/** Stores grants at sign-in, returns their status and removes them. Joins the caller's transaction. */
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
     * Returns whether a stored refresh token spares the person another consent: it belongs to the configured client, can
     * be decrypted here, and the grant is not lost to the person.
     */
    public boolean hasUsableRefreshToken(UUID accountId) {
        return store.read(accountId)
                .filter(grant -> grant.sparesConsentFor(google.clientId()))
                .flatMap(encryption::refreshTokenOf)
                .isPresent();
    }

    /**
     * Stores the tokens of a sign-in and drops the person's parked revocations. If Google sent no refresh token, the
     * stored one is kept. It never waits for a refresh in flight, which loses instead. Returns false if Google sent no
     * refresh token and no usable one is stored: the caller then rolls back.
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

    /** Inserts the grant again if a concurrent disconnect deleted its row; returns false without a refresh token. */
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
     * Returns whether a revocation that was under way when Google granted these tokens may revoke them too. Call it in
     * the transaction that has stored them: from then on no node can begin to tell Google, and it sees a call that has
     * begun.
     */
    public boolean mayBeTakenBack(UUID accountId, GrantedTokens tokens) {
        Account account = accounts.find(accountId).orElseThrow();
        return parked.mayTakeBack(account, Duration.between(tokens.accessToken().issuedAt(), clock.instant()));
    }

    /**
     * Postpones what is parked for a person, by {@link Account#identity}, while they are asked for consent. If they do
     * not come back, Google is still told, within the day that a parked revocation lasts.
     */
    public void postponeRevocations(String identity, Duration howLong) {
        parked.postpone(identity, howLong);
    }

    public Optional<Grant> find(UUID accountId) {
        return store.read(accountId);
    }

    /** Returns the status of each account that has a grant, with one query for all. */
    public Map<UUID, GrantStatus> statusesOf(List<UUID> accountIds) {
        return accountIds.isEmpty() ? Map.of() : store.statusesOf(accountIds);
    }

    /** Returns the part that open pages follow of each grant that exists, with one query for all. */
    public Map<UUID, Glance> glancesAt(List<UUID> accountIds) {
        return accountIds.isEmpty() ? Map.of() : store.glancesAt(accountIds, google.scopes());
    }

    /** Deletes the grant at once and for good, whether or not Google can be told now. All the account's sessions end. */
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

    /** Parks the refresh token for revocation, or the access token if no refresh token can be read. */
    private void park(Grant grant, Account account) {
        encryption.refreshTokenOf(grant).or(() -> encryption.accessTokenOf(grant).map(AccessToken::value))
                .ifPresent(token -> parked.park(token, account.identity(), grant.refreshTokensReceived()));
    }

    /** The part of a grant that open pages follow: its status, and the scopes that are always asked for and not allowed. */
    public record Glance(GrantStatus status, List<String> missingScopes) {

        static Glance of(GrantStatus status, Set<String> scopes, Set<String> alwaysAsked) {
            return new Glance(status, Scopes.missing(alwaysAsked, scopes).stream().sorted().toList());
        }
    }
}
