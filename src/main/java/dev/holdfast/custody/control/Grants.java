package dev.holdfast.custody.control;

import dev.holdfast.custody.entity.Grant;
import dev.holdfast.google.control.GoogleConfig;
import dev.holdfast.google.entity.GrantedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes grants into custody at sign-in and tells how they stand. Joins the caller's transaction. */
@ApplicationScoped
@Transactional
public class Grants {

    @Inject GrantStore store;
    @Inject GrantLedger ledger;
    @Inject TokenSeal seal;
    @Inject GoogleConfig google;
    @Inject Event<GrantChanged> changes;
    @Inject ClientStanding client;
    @Inject Clock clock;

    /**
     * Whether a refresh token is stored that spares the person another consent: of the configured client, of a grant
     * that is not lost to the person, and readable here.
     */
    public boolean hasUsableRefreshToken(UUID accountId) {
        return store.read(accountId)
                .filter(grant -> grant.sparesConsentFor(google.clientId()))
                .flatMap(seal::refreshTokenOf)
                .isPresent();
    }

    /** Keeps the stored refresh token where none came; never waits for a refresh in flight, which loses instead. */
    public void store(UUID accountId, GrantedTokens tokens) {
        client.accepted();
        Instant now = clock.instant();
        Optional<Grant> known = store.read(accountId);
        if (known.isEmpty()) {
            store.insert(new Grant(accountId, google.clientId(), now));
        }
        SealedTokens sealed = seal.seal(accountId, google.clientId(), tokens, google.scopes());
        store.replace(accountId, google.clientId(), sealed, ledger.statusFor(sealed.scopes()), now);
        changes.fire(new GrantChanged(accountId));
    }

    public Optional<Grant> find(UUID accountId) {
        return store.read(accountId);
    }
}
