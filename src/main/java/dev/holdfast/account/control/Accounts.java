package dev.holdfast.account.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountDisabled;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.account.entity.AccountProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
     * Nobody signs in with it, or refreshes, from then on, and its sessions end in this transaction. A sign-in under way
     * is waited for, and one that comes later finds it disabled. False if there is no such account.
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

    /** Forgets everything about an account; all rooms do so in this one transaction, or none does. */
    @Transactional
    public void erase(UUID accountId) {
        if (store.lock(accountId).isPresent()) {
            erased.fire(new AccountErased(accountId));
            store.erase(accountId);
            AccountLog.erased(accountId);
        }
    }
}
