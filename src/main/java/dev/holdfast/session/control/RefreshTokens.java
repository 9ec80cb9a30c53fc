package dev.holdfast.session.control;

import dev.holdfast.crypto.control.TokenSigner;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.Generation;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues and reads the refresh JWT, which only Holdfast reads. A generation of a session always gives the same string, so
 * that a replay gets the same successor although no token is stored.
 */
@ApplicationScoped
public class RefreshTokens {

    private static final String AUDIENCE = "holdfast/refresh";

    @Inject TokenSigner signer;
    @Inject PublicUrl publicUrl;

    public Secret issue(Generation generation) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", publicUrl.toString());
        claims.put("aud", AUDIENCE);
        claims.put("sub", generation.accountId().toString());
        claims.put("sid", generation.sessionId().toString());
        claims.put("gen", generation.number());
        claims.put("iat", generation.since().getEpochSecond());
        claims.put("exp", generation.endsAt().getEpochSecond());
        return Secret.of(signer.sign(KeyPurpose.REFRESH, claims, generation.since()));
    }

    /** Returns the content of a token that we have issued, otherwise empty. Only the row tells whether a session is over. */
    public Optional<RefreshToken> read(String compact) {
        return signer.verify(KeyPurpose.REFRESH, compact)
                .filter(claims -> AUDIENCE.equals(claims.get("aud")) && publicUrl.toString().equals(claims.get("iss")))
                .map(claims -> new RefreshToken(UUID.fromString((String) claims.get("sid")),
                        number(claims, "gen"), Optional.ofNullable((String) claims.get("sub")).map(UUID::fromString),
                        Instant.ofEpochSecond(number(claims, "iat"))));
    }

    /** Returns a claim that every token of ours has, as our signature vouches. */
    private static long number(Map<String, Object> claims, String name) {
        return Objects.requireNonNull((Number) claims.get(name)).longValue();
    }
}
