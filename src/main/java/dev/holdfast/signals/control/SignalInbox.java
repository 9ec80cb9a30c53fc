package dev.holdfast.signals.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.custody.grant.GrantSignals;
import dev.holdfast.custody.grant.TokenFingerprints;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.signal.NamedToken;
import dev.holdfast.google.signal.SecurityEvent;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.signals.entity.Signal;
import dev.holdfast.signals.entity.SignalCounts;
import dev.holdfast.signals.entity.SignalEffect;
import dev.holdfast.signals.entity.SignalReceipt;
import dev.holdfast.signals.entity.VerificationSeen;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The inbox of signals. What is accepted is committed before the transmitter is answered, and is worked on afterwards by any
 * node: each method is one short transaction.
 */
@ApplicationScoped
public class SignalInbox {

    /** How long a signal is remembered, so that a copy of it does nothing. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    @Inject SignalStore store;
    @Inject SignalEffects effects;
    @Inject Accounts accounts;
    @Inject GrantSignals grants;
    @Inject TokenFingerprints fingerprints;
    @Inject GoogleConfig google;
    @Inject Event<SignalStored> stored;
    @Inject OnceCommitted committed;
    @Inject @DatabaseTime Clock clock;

    /** The event that a signal to be worked on has been committed on this node. */
    record SignalStored() {}

    /** A signal that was worked on, and what came of it. */
    record Worked(Signal signal, SignalEffect effect) {}

    /**
     * Stores a genuine event, unless there is nothing to be done about it or it is known. If two copies race, one call fails
     * with a unique violation; its event is a duplicate.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public SignalReceipt accept(SecurityEvent event) {
        if (event.type() == SignalType.UNKNOWN) {
            return SignalReceipt.IGNORED;
        }
        if (store.isKnown(event.key())) {
            return SignalReceipt.DUPLICATE;
        }
        Instant now = clock.instant();
        if (event.type() == SignalType.VERIFICATION) {
            store.insert(Signal.ofVerification(event, now));
            return SignalReceipt.ACCEPTED;
        }
        List<String> named = event.token().map(this::fingerprintsOf).orElse(List.of());
        Optional<UUID> account = accountOf(event, named);
        account.ifPresent(found -> {
            store.insert(new Signal(event, found, named, now));
            committed.run(() -> stored.fire(new SignalStored()));
        });
        return account.isPresent() ? SignalReceipt.ACCEPTED : SignalReceipt.UNKNOWN_ACCOUNT;
    }

    private List<String> fingerprintsOf(NamedToken token) {
        return token.manner() == NamedToken.Manner.PREFIX ? fingerprints.ofPrefix(token.value())
                : fingerprints.ofDoubleHash(token.value());
    }

    /** The person that the event names. An event about a token is about the account that has stored it, and no other. */
    private Optional<UUID> accountOf(SecurityEvent event, List<String> named) {
        Optional<UUID> person = event.subject().flatMap(subject -> accounts.find(google.issuer(), subject)).map(Account::id);
        if (event.type() != SignalType.TOKEN_REVOKED) {
            return person;
        }
        Optional<UUID> holder = named.isEmpty() ? Optional.empty() : grants.accountWithToken(named);
        return event.subject().isEmpty() ? holder : holder.filter(account -> person.filter(account::equals).isPresent());
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> due(int most) {
        return store.due(clock.instant(), most);
    }

    @Transactional(TxType.REQUIRES_NEW)
    boolean take(UUID id, Duration howLong) {
        Instant now = clock.instant();
        return store.take(id, now, now.plus(howLong));
    }

    /** Works on a signal, in one transaction with the mark that it is done. Empty if it is done already or gone. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Worked> work(UUID id) {
        Optional<Signal> signal = store.find(id);
        // Locks the account before the signal, in the order of an erasure.
        Optional<Account> account = signal.flatMap(Signal::accountId).flatMap(accounts::lock);
        if (signal.isEmpty() || !store.finish(id, clock.instant())) {
            return Optional.empty();
        }
        SignalEffect effect = account.map(found -> effects.apply(signal.get(), found.id())).orElse(SignalEffect.NOTHING);
        store.note(id, effect);
        return Optional.of(new Worked(signal.get(), effect));
    }

    /** Removes what need not be remembered any longer, at most {@code most}; returns how many it found. */
    @Transactional(TxType.REQUIRES_NEW)
    int removeOld(int most) {
        return store.removeReceivedBefore(clock.instant().minus(REMEMBERED), most);
    }

    @Transactional(TxType.REQUIRES_NEW)
    SignalCounts count() {
        return store.counts();
    }

    /** Returns the latest verification event of the last {@link #REMEMBERED}. */
    @Transactional
    public Optional<VerificationSeen> latestVerification() {
        return store.latestVerification();
    }

    void accountErased(@Observes AccountErased erased) {
        store.forget(erased.accountId());
    }
}
