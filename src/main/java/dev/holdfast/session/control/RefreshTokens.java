package dev.holdfast.session.control;

import dev.holdfast.crypto.control.TokenSigner;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.Session;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The refresh JWT, read by nobody but Holdfast. One generation of one session is always the very same string, so that a
 * replay can be answered with the same successor without storing it.
 */
@ApplicationScoped
public class RefreshTokens {

    private static final String AUDIENCE = "holdfast/refresh";

    @Inject TokenSigner signer;
    @Inject PublicUrl publicUrl;

    /** The token of that generation, which came to be at {@code rotatedAt}. */
    Secret issue(Session session, long generation, Instant rotatedAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", publicUrl.toString());
        claims.put("aud", AUDIENCE);
        claims.put("sub", session.accountId().toString());
        claims.put("sid", session.id().toString());
        claims.put("gen", generation);
        claims.put("iat", rotatedAt.getEpochSecond());
        claims.put("exp", session.endsAt().getEpochSecond());
        return Secret.of(signer.sign(KeyPurpose.REFRESH, claims, rotatedAt));
    }

    /** Empty unless we have issued it; whether its session is over is the row's to say, not the token's. */
    public Optional<RefreshToken> read(String compact) {
        return signer.verify(KeyPurpose.REFRESH, compact)
                .filter(claims -> AUDIENCE.equals(claims.get("aud")) && publicUrl.toString().equals(claims.get("iss")))
                .map(claims -> new RefreshToken(UUID.fromString((String) claims.get("sid")),
                        ((Number) claims.get("gen")).longValue(),
                        Optional.ofNullable((String) claims.get("sub")).map(UUID::fromString)));
    }
}
