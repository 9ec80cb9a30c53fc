package com.example.files;

import com.google.api.services.drive.DriveScopes;
import dev.holdfast.custody.client.GoogleAccessRefused;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.token.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Google access tokens for a library that makes its own requests to Drive. */
@ApplicationScoped
public class DriveTokens {

    @Inject GoogleTokenManager google;

    /** Returns the token for one request. Its header is {@code "Bearer " + token.value().reveal()}. */
    public AccessToken forRequest(UUID accountId) throws GoogleAccessRefused {
        return freshOf(google.acquire(accountId, List.of(DriveScopes.DRIVE_READONLY)));
    }

    /** Returns the token for the one repetition after Drive has answered 401 to a request with {@code refused}. */
    public AccessToken forRepetition(UUID accountId, AccessToken refused) throws GoogleAccessRefused {
        return freshOf(google.acquireInsteadOf(accountId, refused));
    }

    private static AccessToken freshOf(Acquired acquired) throws GoogleAccessRefused {
        if (acquired instanceof Acquired.Fresh fresh) {
            return fresh.token();
        }
        throw new GoogleAccessRefused(acquired);
    }
}
