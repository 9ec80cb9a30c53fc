package dev.holdfast.custody.control;

import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.entity.Grant;
import dev.holdfast.google.entity.AccessToken;
import dev.holdfast.google.entity.GrantedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Turns Google's tokens into what may be stored, and back; bound to purpose, account and client. */
@ApplicationScoped
public class TokenSeal {

    @Inject Envelope envelope;

    /** {@code scopes}: what is known to be granted, if this answer did not say. */
    SealedTokens seal(UUID accountId, String clientId, GrantedTokens tokens, Set<String> scopes) {
        AccessToken access = tokens.accessToken();
        return new SealedTokens(
                envelope.encrypt(access.value(), Grant.accessTokenOf(accountId, clientId)),
                access.issuedAt(), access.expiresAt(),
                access.scopes().isEmpty() ? scopes : access.scopes(),
                tokens.refreshToken().map(token -> envelope.encrypt(token, Grant.refreshTokenOf(accountId, clientId))),
                tokens.refreshTokenExpiresAt());
    }

    /** Empty if there is none, or no key here opens it; the latter raises an alarm. */
    Optional<Secret> refreshTokenOf(Grant grant) {
        return grant.refreshToken().flatMap(sealed ->
                envelope.decryptStored(sealed, Grant.refreshTokenOf(grant.accountId(), grant.clientId())));
    }

    Optional<AccessToken> accessTokenOf(Grant grant) {
        return grant.accessToken()
                .flatMap(sealed -> envelope.decryptStored(sealed,
                        Grant.accessTokenOf(grant.accountId(), grant.clientId())))
                .map(value -> new AccessToken(value, grant.scopes(), grant.accessTokenIssuedAt(),
                        grant.accessTokenExpiresAt()));
    }
}
