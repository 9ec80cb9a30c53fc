package dev.holdfast.custody.grant;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.CustodyEvent;
import dev.holdfast.custody.CustodyLog;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.token.GrantedTokens;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts the refresh tokens that Google has issued for an account and our client, and warns in time. Each new one counts,
 * from a sign-in or a refresh, because the previous ones live on at Google. The count starts again with another client,
 * and with a new row after Google was told to revoke.
 */
@ApplicationScoped
public class IssuedTokens {

    @Inject GrantStore store;
    @Inject TokenEncryption encryption;
    @Inject GoogleConfig google;
    @Inject Event<CustodyEvent> events;
    @Inject OnceCommitted committed;

    /** Returns 1, or 0 if the answer brought no refresh token or the one that is already stored. */
    public int newIn(GrantedTokens tokens, Optional<Grant> known) {
        Optional<Secret> stored = known.filter(grant -> grant.isOf(google.clientId()))
                .flatMap(encryption::refreshTokenOf);
        return tokens.refreshToken().filter(token -> !stored.equals(Optional.of(token))).isPresent() ? 1 : 0;
    }

    /** Adds to the count. Call it in the transaction that stores the tokens. */
    public void add(UUID accountId, int more) {
        if (more > 0) {
            int now = store.addReceived(accountId, more);
            TokenLimit.markReached(now - more, now).ifPresent(mark -> {
                committed.run(() -> CustodyLog.tokenLimitNear(accountId, now, TokenLimit.MOST));
                committed.run(() -> events.fire(CustodyEvent.TOKEN_LIMIT_NEAR));
            });
        }
    }
}
