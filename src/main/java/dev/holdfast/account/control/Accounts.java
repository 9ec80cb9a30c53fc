package dev.holdfast.account.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountDisabled;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.account.entity.AccountFrozen;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.AccountUnfrozen;
import dev.holdfast.account.entity.Erasure;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Recognises, finds, disables and erases accounts. An e-mail address never identifies a person. */
@ApplicationScoped
public class Accounts {

    @Inject AccountStore store;
    @Inject Clock clock;
    @Inject Event<AccountErased> erased;
    @Inject Event<AccountDisabled> disabled;
    @Inject Event<AccountFrozen> frozen;
    @Inject Event<AccountUnfrozen> unfrozen;
    @Inject OnceCommitted committed;

    /**
     * Returns the account of this issuer and subject, created if there is none, with the profile of this sign-in. Joins the
     * caller's transaction; it and an erasure of the account wait for each other. If two first sign-ins race, one fails here
     * with a {@link UniqueViolation}; in a new transaction it finds the account of the other.
     */
    @Transactional
    public Account recognise(AccountProfile profile) {
        Instant now = clock.instant();
        Optional<Account> known = store.lock(profile.issuer(), profile.subject());
        known.ifPresent(account -> account.signIn(profile, now));
        return known.orElseGet(() -> store.add(new Account(UUID.randomUUID(), profile, now)));
    }

    @Transactional
    public Optional<Account> find(UUID accountId) {
        return store.find(accountId);
    }

    @Transactional
    public Optional<Account> find(String issuer, String subject) {
        return store.find(issuer, subject);
    }

    /**
     * Returns the person's current account, by {@link Account#identity}. Until the end of the caller's transaction this
     * person cannot sign in, not even for the first time. Waits for a sign-in in progress: if that creates the account, this
     * call fails with a {@link UniqueViolation}; in a new transaction it finds the account.
     */
    @Transactional
    public Optional<Account> hold(String identity) {
        String[] parts = identity.split(" ", 2);
        Optional<Account> known = store.lock(parts[0], parts[1]);
        if (known.isEmpty()) {
            store.bar(new Account(UUID.randomUUID(), AccountProfile.unknown(parts[0], parts[1]), clock.instant()));
        }
        return known;
    }

    /**
     * Disables the account: from the commit on its owner can neither sign in nor refresh, and all its sessions are over.
     * Waits for a sign-in in progress; a later one finds the account disabled. Returns false if there is no such account.
     */
    @Transactional
    public boolean disable(UUID accountId) {
        Optional<Account> account = store.lock(accountId);
        account.ifPresent(found -> {
            found.disable(clock.instant());
            disabled.fire(new AccountDisabled(accountId));
        });
        return account.isPresent();
    }

    /** Enables the account, also if Google's report froze it; returns false if there is no such account. */
    @Transactional
    public boolean enable(UUID accountId) {
        Optional<Account> account = store.lock(accountId);
        account.ifPresent(found -> {
            boolean wasFrozen = found.isFrozen();
            found.enable(clock.instant());
            tellUnfrozen(accountId, wasFrozen);
        });
        return account.isPresent();
    }

    /**
     * Freezes the account by Google's report, see {@link Account#freeze}. From the commit on its owner can neither sign in
     * nor refresh, all its sessions are over, and Google is not asked for it. Returns whether this call began that.
     */
    @Transactional
    public boolean freeze(UUID accountId, Instant reportedAt, Instant begunBy) {
        boolean begins = store.lock(accountId).filter(found -> found.freeze(reportedAt, begunBy)).isPresent();
        if (begins) {
            frozen.fire(new AccountFrozen(accountId));
        }
        return begins;
    }

    /** Ends the freezing by Google's all-clear, see {@link Account#unfreeze}. Returns whether this call did. */
    @Transactional
    public boolean unfreeze(UUID accountId, Instant reportedAt) {
        boolean ends = store.lock(accountId).filter(found -> found.unfreeze(reportedAt)).isPresent();
        tellUnfrozen(accountId, ends);
        return ends;
    }

    private void tellUnfrozen(UUID accountId, boolean ends) {
        if (ends) {
            unfrozen.fire(new AccountUnfrozen(accountId));
        }
    }

    /**
     * Erases everything about an account. In one transaction its row and its grant go and its sessions end; the rows of many
     * sessions or events follow in pages and are unusable from the commit on. A disabled account stays disabled: its owner's
     * sessions are already over, including that of this request.
     */
    @Transactional
    public Erasure erase(UUID accountId) {
        Optional<Account> account = store.lock(accountId);
        if (account.isEmpty()) {
            return Erasure.GONE;
        }
        if (account.get().isDisabled()) {
            return Erasure.DISABLED;
        }
        erased.fire(new AccountErased(accountId));
        store.erase(accountId);
        committed.run(() -> AccountLog.erased(accountId));
        return Erasure.ERASED;
    }

    /**
     * Locks and returns the account: until the end of the caller's transaction, sign-in, disabling and erasure of it wait.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Account> lock(UUID accountId) {
        return store.lock(accountId);
    }
}
