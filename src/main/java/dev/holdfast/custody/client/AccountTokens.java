package dev.holdfast.custody.client;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.api.TokenSource;
import dev.holdfast.google.token.AccessToken;
import java.util.Set;
import java.util.UUID;

/** One account's tokens for API clients, with these scopes or not at all. */
record AccountTokens(GoogleTokenManager manager, UUID accountId, Set<String> scopes) implements TokenSource {

    @Override
    public AccessToken acquire() throws GoogleAccessRefused {
        return tokenOf(manager.acquire(accountId, scopes));
    }

    @Override
    public AccessToken acquireInsteadOf(AccessToken rejected) throws GoogleAccessRefused {
        return tokenOf(manager.acquireInsteadOf(accountId, rejected));
    }

    private static AccessToken tokenOf(Acquired acquired) throws GoogleAccessRefused {
        if (acquired instanceof Acquired.Fresh fresh) {
            return fresh.token();
        }
        throw new GoogleAccessRefused(acquired);
    }
}
