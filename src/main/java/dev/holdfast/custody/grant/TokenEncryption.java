package dev.holdfast.custody.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.CustodyEvent;
import dev.holdfast.custody.CustodyLog;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.GrantedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Encrypts Google's tokens for storage and decrypts them, bound to purpose, account and client. */
@ApplicationScoped
public class TokenEncryption {

    private static final Duration ALARM_AGAIN_AFTER = Duration.ofMinutes(10);

    @Inject Envelope envelope;
    @Inject TokenFingerprints fingerprints;
    @Inject Event<CustodyEvent> events;

    private final Cache<UUID, Boolean> alarmed = Caffeine.newBuilder().maximumSize(1_000)
            .expireAfterWrite(ALARM_AGAIN_AFTER).build();

    /** Encrypts the tokens, which must name the granted scopes: see {@link GrantedTokens#orScopes}. */
    public EncryptedTokens encrypt(UUID accountId, String clientId, GrantedTokens tokens) {
        AccessToken access = tokens.accessToken();
        return new EncryptedTokens(
                envelope.encrypt(access.value(), Grant.accessTokenOf(accountId, clientId)),
                access.issuedAt(), access.expiresAt(), Scopes.fitting(access.scopes(), Grant.MOST_SCOPES),
                tokens.refreshToken().map(token -> envelope.encrypt(token, Grant.refreshTokenOf(accountId, clientId))),
                tokens.refreshTokenExpiresAt(), tokens.refreshToken().map(fingerprints::of));
    }

    /** Returns the refresh token; empty if there is none or if no key here decrypts it. The second case raises an alarm. */
    public Optional<Secret> refreshTokenOf(Grant grant) {
        Optional<Secret> token = grant.refreshToken().flatMap(encrypted ->
                envelope.decrypt(encrypted, Grant.refreshTokenOf(grant.accountId(), grant.clientId())));
        if (token.isEmpty() && grant.refreshToken().isPresent()) {
            alarm(grant, grant.refreshToken().get());
        }
        return token;
    }

    public Optional<AccessToken> accessTokenOf(Grant grant) {
        return grant.accessToken()
                .flatMap(encrypted -> envelope.decrypt(encrypted,
                        Grant.accessTokenOf(grant.accountId(), grant.clientId())))
                // Both times are written together with the token.
                .map(value -> new AccessToken(value, grant.scopes(), grant.accessTokenIssuedAt().orElseThrow(),
                        grant.accessTokenExpiresAt().orElseThrow()));
    }

    boolean isUnderPrimaryKey(Grant grant) {
        return grant.refreshToken().map(this::hasPrimaryKey).orElse(true)
                && grant.accessToken().map(this::hasPrimaryKey).orElse(true);
    }

    /**
     * Returns the tokens and the fingerprints under the primary key; empty if there is a refresh token and no key here decrypts
     * it.
     */
    Optional<ReencryptedTokens> reencrypt(Grant grant) {
        Optional<Secret> readable = refreshTokenOf(grant);
        Optional<byte[]> refreshToken = readable
                .map(token -> envelope.encrypt(token, Grant.refreshTokenOf(grant.accountId(), grant.clientId())));
        Optional<byte[]> accessToken = accessTokenOf(grant)
                .map(token -> envelope.encrypt(token.value(), Grant.accessTokenOf(grant.accountId(), grant.clientId())));
        return grant.refreshToken().isPresent() && refreshToken.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReencryptedTokens(refreshToken, accessToken, readable.map(fingerprints::of)));
    }

    private boolean hasPrimaryKey(byte[] encrypted) {
        return envelope.keyNumber(encrypted) == envelope.primaryKeyNumber();
    }

    /** Raises at most one alarm for a grant in ten minutes, however often its token is requested. */
    private void alarm(Grant grant, byte[] encrypted) {
        if (alarmed.asMap().putIfAbsent(grant.accountId(), Boolean.TRUE) == null) {
            CustodyLog.cannotDecrypt(grant.accountId(), envelope.keyNumber(encrypted));
            events.fire(CustodyEvent.GRANT_UNREADABLE);
        }
    }
}
