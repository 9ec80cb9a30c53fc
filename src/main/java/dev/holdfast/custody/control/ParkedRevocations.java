package dev.holdfast.custody.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.control.KeyedHash;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.entity.Grant;
import dev.holdfast.custody.entity.ParkedRevocation;
import dev.holdfast.google.entity.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Revocations that Google has still to hear of: parked in the transaction that removes the grant, so that neither an
 * outage nor a crash forgets one; dropped when the same person signs in again, for Google's revocation takes back
 * everything the person ever gave this project, the new grant included.
 */
@ApplicationScoped
@Transactional
public class ParkedRevocations {

    private static final String SUBJECT = "google subject";

    @Inject RevocationStore store;
    @Inject TokenSeal seal;
    @Inject Envelope envelope;
    @Inject KeyedHash keyedHash;
    @Inject Clock clock;

    /** Its refresh token, or its access token if there is no other. */
    void park(Grant grant, Account account) {
        seal.refreshTokenOf(grant).or(() -> seal.accessTokenOf(grant).map(AccessToken::value))
                .ifPresent(token -> park(token, account.identity(), grant.refreshTokensReceived()));
    }

    /** {@code refreshTokens}: how many live on at Google should it never be told. */
    void park(Secret token, String identity, int refreshTokens) {
        UUID id = UUID.randomUUID();
        store.insert(new ParkedRevocation(id, keyedHash.of(SUBJECT, identity),
                envelope.encrypt(token, ParkedRevocation.tokenOf(id)), refreshTokens, clock.instant()));
    }

    /** Tells how many refresh tokens live on at Google because of it. */
    int dropOf(Account account) {
        Collection<String> hashes = keyedHash.candidates(SUBJECT, account.identity());
        int refreshTokens = store.refreshTokensOf(hashes);
        if (store.deleteOf(hashes) > 0) {
            CustodyLog.revocationDropped();
        }
        return refreshTokens;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<ParkedRevocation> due(int most) {
        return store.due(clock.instant(), most);
    }

    /** The token, for the one who may tell Google now. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Secret> claim(ParkedRevocation due) {
        return store.claim(due, clock.instant())
                ? envelope.decryptStored(due.token(), ParkedRevocation.tokenOf(due.id())) : Optional.empty();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void done(ParkedRevocation told) {
        store.delete(told.id());
    }
}
