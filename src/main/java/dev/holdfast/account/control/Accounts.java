package dev.holdfast.account.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountDisabled;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.Erasure;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Recognises, finds and erases accounts. The e-mail address is never asked who somebody is. */
@ApplicationScoped
public class Accounts {

    @Inject AccountStore store;
    @Inject Clock clock;
    @Inject Event<AccountErased> erased;
    @Inject Event<AccountDisabled> disabled;
    @Inject OnceCommitted committed;

    /**
     * The account of this issuer and subject, created if there is none, with the profile of this sign-in taken over.
     * Joins the caller's transaction; an erase of that account waits for its end, or is waited for. Of two first sign-ins at
     * the same time one fails here with a {@link UniqueViolation}; in a new transaction it finds the other's account.
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
     * The account that somebody has now, by {@link Account#identity}. Until the end of the caller's transaction that person
     * cannot sign in, not even for the first time: a sign-in under way is waited for. If it brings the account, this fails
     * with a {@link UniqueViolation}; in a new transaction it finds the account.
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
     * Nobody signs in with it, or refreshes, from the commit on, and its sessions are over, however many there are. A sign-in
     * under way is waited for, and one that comes later finds it disabled. False if there is no such account.
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

    /** False if there is no such account. */
    @Transactional
    public boolean enable(UUID accountId) {
        Optional<Account> account = store.lock(accountId);
        account.ifPresent(Account::enable);
        return account.isPresent();
    }

    /**
     * Forgets everything about an account. The account, its grant and its mark of ended sessions go in this transaction or
     * none does; with many sessions or events their rows follow in pages, and nobody can use them any more. A disabled
     * account stays, and stays disabled: its owner's sessions are over, this request's too.
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

    /** The account; nobody signs in to it, disables or erases it before the end of the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Optional<Account> lock(UUID accountId) {
        return store.lock(accountId);
    }
}
