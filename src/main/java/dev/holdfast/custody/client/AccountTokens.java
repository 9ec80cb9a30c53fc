package dev.holdfast.custody.client;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.api.TokenSource;
import dev.holdfast.google.token.AccessToken;
import java.util.Set;
import java.util.UUID;

/** The tokens of one account for API clients. {@link #acquire} refuses a token that lacks one of these scopes. */
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
