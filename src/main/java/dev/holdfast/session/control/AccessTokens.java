package dev.holdfast.session.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.account.control.AccountConfig;
import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.crypto.control.TokenSigner;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.AccessClaims;
import dev.holdfast.session.entity.Generation;
import dev.holdfast.session.entity.Renewal;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Issues and verifies the access JWT (RFC 9068, MicroProfile JWT 2.1). Each node caches the tokens it has verified: it
 * checks a signature once for each token, and the times at every use.
 */
@ApplicationScoped
public class AccessTokens {

    private static final int REMEMBERED = 20_000;
    private static final int JTI_BYTES = 16;

    @Inject TokenSigner signer;
    @Inject PublicUrl publicUrl;
    @Inject SessionConfig config;
    @Inject AccountConfig accounts;
    @Inject @DatabaseTime Clock clock;

    private final Cache<ByteBuffer, AccessClaims> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SessionConfig.LONGEST_ACCESS_LIFETIME)
            .build();

    /** Issues an access token that expires by the absolute end of its session. */
    public IssuedAccessToken issue(Renewal renewal, Instant now) {
        Generation generation = renewal.generation();
        Instant wanted = now.plus(config.accessTokenLifetime());
        Instant expiresAt = wanted.isBefore(generation.endsAt()) ? wanted : generation.endsAt();
        String account = generation.accountId().toString();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", publicUrl.toString());
        claims.put("aud", AccessClaims.AUDIENCE);
        claims.put("sub", account);
        claims.put("upn", renewal.email().orElse(account));
        claims.put("groups", accounts.administrators().rolesOf(renewal.verifiedEmail()));
        claims.put("sid", generation.sessionId().toString());
        claims.put("client_id", AccessClaims.CLIENT_ID);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", expiresAt.getEpochSecond());
        claims.put("jti", RandomTokens.urlSafe(JTI_BYTES));
        Secret token = Secret.of(signer.sign(KeyPurpose.ACCESS, claims, now));
        return new IssuedAccessToken(token, expiresAt.getEpochSecond() - now.getEpochSecond());
    }

    /** Returns the claims of an access token of ours that is valid now. Any other input gives empty, without a reason. */
    public Optional<AccessClaims> verify(String compact) {
        ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256(compact));
        AccessClaims claims = seen.getIfPresent(hash);
        if (claims == null) {
            claims = signer.verify(KeyPurpose.ACCESS, compact).map(AccessClaims::new)
                    .filter(genuine -> genuine.isFor(publicUrl.toString())).orElse(null);
            if (claims == null) {
                return Optional.empty();
            }
            seen.put(hash, claims);
        }
        return Optional.of(claims).filter(known -> known.isValidAt(clock.instant()));
    }
}
