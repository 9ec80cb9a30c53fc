package dev.holdfast.custody.revocation;

import dev.holdfast.account.entity.Account;
import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.control.KeyedHash;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.CustodyLog;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Revocations that Google must still be told of. They are parked in the transaction that removes the grant, so that
 * neither an outage nor a crash loses one. They are dropped when the same person signs in again, because a revocation
 * takes back everything the person ever gave this project, the new grant included.
 */
@ApplicationScoped
@Transactional
public class ParkedRevocations {

    private static final String SUBJECT = "google subject";

    /** Longer than any sign-in takes from its code exchange to its end. */
    private static final Duration TRIES_KEPT = Duration.ofMinutes(10);

    @Inject RevocationStore store;
    @Inject Envelope envelope;
    @Inject KeyedHash keyedHash;
    @Inject Event<RevocationParked> parkings;
    @Inject OnceCommitted committed;
    @Inject @DatabaseTime Clock clock;

    /** Parks a token to be revoked. If Google is never told, {@code refreshTokens} tokens live on there. */
    public void park(Secret token, String identity, int refreshTokens) {
        UUID id = UUID.randomUUID();
        store.insert(new ParkedRevocation(id, keyedHash.of(SUBJECT, identity),
                envelope.encrypt(token, ParkedRevocation.tokenOf(id)), refreshTokens, clock.instant()));
        committed.run(() -> parkings.fire(new RevocationParked()));
    }

    /** Returns whether a revocation that was sent may take back what Google granted {@code ago} before now. */
    public boolean mayTakeBack(Account account, Duration ago) {
        return store.isAnySettledAfter(clock.instant().minus(ago), keyedHash.candidates(SUBJECT, account.identity()));
    }

    /**
     * Postpones the revocations that are parked for that person. Those that would be given up before then stay as they
     * are, so that none is lost.
     */
    public void postpone(String identity, Duration howLong) {
        store.postpone(keyedHash.candidates(SUBJECT, identity), clock.instant().plus(howLong));
    }

    /** Drops the person's parked revocations; returns how many refresh tokens live on at Google because of it. */
    public int dropOf(Account account) {
        Collection<String> hashes = keyedHash.candidates(SUBJECT, account.identity());
        int refreshTokens = store.refreshTokensOf(hashes);
        if (store.deleteOf(hashes) > 0) {
            committed.run(CustodyLog::revocationDropped);
        }
        return refreshTokens;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<ParkedRevocation> due(int most) {
        return store.due(clock.instant(), most);
    }

    /**
     * Claims a due revocation; empty if another node has claimed it or its token cannot be decrypted. The try is
     * committed before Google is asked, so that a concurrent sign-in of the same person sees it.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<ClaimedRevocation> claim(ParkedRevocation due) {
        Instant now = clock.instant();
        if (!store.claim(due, now)) {
            return Optional.empty();
        }
        Optional<Secret> token = envelope.decryptStored(due.token(), ParkedRevocation.tokenOf(due.id()));
        RevocationTry begun = new RevocationTry(UUID.randomUUID(), due.subjectHash(), now);
        token.ifPresent(readable -> store.insert(begun));
        return token.map(readable -> new ClaimedRevocation(readable, begun.id()));
    }

    /** Records that Google has answered, or that it never will. */
    @Transactional(TxType.REQUIRES_NEW)
    public void settle(ClaimedRevocation claimed) {
        store.settle(claimed.tryId(), clock.instant());
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void done(ParkedRevocation told) {
        store.delete(told.id());
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void forgetOldTries() {
        store.deleteSettledBefore(clock.instant().minus(TRIES_KEPT));
    }
}
