package dev.holdfast.google.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.wire.GoogleHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Verifies ID tokens; only this class creates a {@link VerifiedIdToken}. It accepts RS256 by a key of the configured key
 * set only, and then checks the claims. Keys named inside the token ({@code jwk}, {@code jku}, {@code x5u}) are never
 * used or fetched. After an unknown key id the set is fetched again, at most twice in {@link #REFETCH_PAUSE}. During an
 * outage, known keys stay in use.
 */
@ApplicationScoped
public class IdTokenVerifier {

    private static final Duration KEYS_GOOD_FOR = Duration.ofHours(1);
    private static final Duration KEYS_SERVE_IN_OUTAGE = Duration.ofHours(8);
    private static final Duration REFETCH_PAUSE = Duration.ofSeconds(5);

    private GoogleConfig config;
    private Clock clock;
    private DefaultJWTProcessor<SecurityContext> signatures;

    sealed interface Verdict {

        record Verified(VerifiedIdToken idToken) implements Verdict {}

        /** A refusal; {@code check} is Holdfast's word for the claim or step that failed. */
        record Refused(String check) implements Verdict {}

        record KeysUnavailable() implements Verdict {}
    }

    protected IdTokenVerifier() {}

    @Inject
    public IdTokenVerifier(GoogleConfig config, GoogleEndpoints endpoints, GoogleHttp http, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.signatures = new DefaultJWTProcessor<>();
        this.signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256,
                cached(new SignatureKeys(endpoints, http), config.timeout())));
        // IdTokenChecks checks the claims, by our clock and with the values of this sign-in.
        this.signatures.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    /**
     * Verifies an ID token. {@code accessToken}: the one of the same answer, for {@code at_hash} (OpenID Connect Core
     * section 3.1.3.8).
     */
    Verdict verify(Secret idToken, String nonce, Secret accessToken) {
        try {
            JWTClaimsSet signed = signatures.process(SignedJWT.parse(idToken.reveal()), null);
            Map<String, Object> claims = present(signed);
            Optional<String> failure = new IdTokenChecks(config.issuer(), config.clientId(), nonce, clock.instant())
                    .failure(claims)
                    .or(() -> hashFailure(claims, accessToken));
            return failure.<Verdict>map(Verdict.Refused::new).orElseGet(() -> new Verdict.Verified(
                    new VerifiedIdToken(config.issuer(), signed.getSubject(), claims)));
        } catch (JWKSetUnavailableException unavailable) {
            return new Verdict.KeysUnavailable();
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return new Verdict.Refused("signature");
        }
    }

    private static JWKSource<SecurityContext> cached(SignatureKeys keys, Duration timeout) {
        return JWKSourceBuilder.create(keys)
                .cache(KEYS_GOOD_FOR.toMillis(), timeout.multipliedBy(3).toMillis())
                .refreshAheadCache(false)
                .rateLimited(REFETCH_PAUSE.toMillis())
                .outageTolerant(KEYS_SERVE_IN_OUTAGE.toMillis())
                .build();
    }

    private static Optional<String> hashFailure(Map<String, Object> claims, Secret accessToken) {
        if (!claims.containsKey("at_hash")) {
            return Optional.empty();
        }
        AccessTokenHash expected =
                AccessTokenHash.compute(new BearerAccessToken(accessToken.reveal()), JWSAlgorithm.RS256, null);
        return expected.getValue().equals(claims.get("at_hash")) ? Optional.empty() : Optional.of("at_hash");
    }

    private static Map<String, Object> present(JWTClaimsSet signed) {
        Map<String, Object> claims = new HashMap<>(signed.getClaims());
        claims.values().removeIf(Objects::isNull);
        return claims;
    }
}
