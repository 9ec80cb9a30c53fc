package dev.holdfast.google.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.openid.IdTokenVerifier.Verdict;
import dev.holdfast.google.wire.RawServer;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenID Connect Core section 3.1.3.7, and RFC 8725 for what may not sign. */
class IdTokenVerifierTest {

    private static final RSAKey KEY = IdTokenForge.key("key-1");
    private static final RSAKey OTHER_KEY = IdTokenForge.key("key-2");
    private static final Secret ACCESS_TOKEN = Secret.of("ya29.access");

    private TestGoogle google;
    private IdTokenVerifier verifier;

    @BeforeEach
    void start() throws Exception {
        google = new TestGoogle();
        verifier = new IdTokenVerifier(google.config, google.endpoints, google.http, google.clock());
        publish(KEY);
    }

    @AfterEach
    void stop() throws Exception {
        google.close();
    }

    @Test
    void verifyWhenAllIsWellThenVerified() {
        VerifiedIdToken idToken = verified(IdTokenForge.signed(claims().build(), KEY));

        assertEquals(google.server.origin(), idToken.issuer());
        assertEquals("subject-1", idToken.subject());
        assertEquals("ada@example.com", idToken.email().orElseThrow());
        assertTrue(idToken.emailVerified());
        assertEquals("example.com", idToken.hostedDomain().orElseThrow());
    }

    static Stream<Arguments> sound() {
        return Stream.of(
                change("audience as a list", c -> c.audience(List.of("another", IdTokenForge.CLIENT))),
                change("no azp", c -> c.claim("azp", null)),
                change("expired within the skew", c -> c.expirationTime(at(-59))),
                change("issued within the skew", c -> c.issueTime(at(59))),
                change("not before within the skew", c -> c.notBeforeTime(at(59))),
                change("longest subject", c -> c.subject("s".repeat(255))),
                change("at_hash of the access token", c -> c.claim("at_hash", AccessTokenHash.compute(
                        new BearerAccessToken(ACCESS_TOKEN.reveal()), JWSAlgorithm.RS256, null).getValue())),
                change("a claim that is null", c -> c.claim("picture", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void verifyWhenClaimsAreSoundThenVerified(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        verified(IdTokenForge.signed(change.apply(claims()).build(), KEY));
    }

    static Stream<Arguments> unsound() {
        return Stream.of(
                refusal("iss", c -> c.issuer("https://accounts.example.com")),
                refusal("iss", c -> c.issuer("https://accounts.google.com")),
                refusal("iss", c -> c.issuer(null)),
                refusal("aud", c -> c.audience("another")),
                refusal("aud", c -> c.audience((String) null)),
                refusal("aud", c -> c.audience(List.of("another", "client-10"))),
                refusal("azp", c -> c.claim("azp", "another")),
                refusal("azp", c -> c.claim("azp", 1)),
                refusal("exp", c -> c.expirationTime(null)),
                refusal("exp", c -> c.expirationTime(at(-61))),
                refusal("iat", c -> c.issueTime(at(86_400))),
                refusal("iat", c -> c.issueTime(at(61))),
                refusal("iat", c -> c.issueTime(null)),
                refusal("nbf", c -> c.notBeforeTime(at(61))),
                refusal("nonce", c -> c.claim("nonce", "another")),
                refusal("nonce", c -> c.claim("nonce", null)),
                refusal("sub", c -> c.subject(null)),
                refusal("sub", c -> c.subject("")),
                refusal("sub", c -> c.subject("s".repeat(256))),
                refusal("sub", c -> c.subject("süb")),
                refusal("at_hash", c -> c.claim("at_hash", "bm90IHRoZSBoYXNo")),
                refusal("at_hash", c -> c.claim("at_hash", 7)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("unsound")
    void verifyWhenAClaimIsUnsoundThenRefused(String check, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertEquals(new Verdict.Refused(check), verify(IdTokenForge.signed(change.apply(claims()).build(), KEY)));
    }

    @Test
    void verifyWhenIssuerIsGoogleThenItsLegacyFormIsTheSame() throws Exception {
        try (TestGoogle real = new TestGoogle(Map.of("holdfast.google.issuer", "https://accounts.google.com",
                "holdfast.google.jwks-uri", google.server.origin() + "/certs"))) {
            IdTokenVerifier ofGoogle = new IdTokenVerifier(real.config, real.endpoints, real.http, real.clock());
            for (String issuer : List.of("https://accounts.google.com", "accounts.google.com")) {
                String token = IdTokenForge.signed(claims().issuer(issuer).build(), KEY);
                Verdict verdict = ofGoogle.verify(Secret.of(token), IdTokenForge.NONCE, ACCESS_TOKEN);
                VerifiedIdToken idToken = assertInstanceOf(Verdict.Verified.class, verdict).idToken();
                assertEquals("https://accounts.google.com", idToken.issuer());
            }
            String slash = IdTokenForge.signed(claims().issuer("https://accounts.google.com/").build(), KEY);
            assertEquals(new Verdict.Refused("iss"),
                    ofGoogle.verify(Secret.of(slash), IdTokenForge.NONCE, ACCESS_TOKEN));
        }
    }

    @Test
    void verifyWhenNotSignedThenRefused() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void verifyWhenSignedWithThePublicKeyAsSecretThenRefused() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(),
                claims().build());
        token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        assertRefused(token.serialize());
    }

    @Test
    void verifyWhenSignedWithAnotherRsaAlgorithmThenRefused() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("key-1").build(),
                claims().build());
        token.sign(new RSASSASigner(KEY));
        assertRefused(token.serialize());
    }

    @Test
    void verifyWhenAnotherKeySignedUnderAKnownIdThenRefused() {
        RSAKey impostor = new RSAKey.Builder(OTHER_KEY).keyID("key-1").build();
        assertRefused(IdTokenForge.signed(claims().build(), impostor));
    }

    @Test
    void verifyWhenTheTokenBringsItsOwnKeyThenRefusedAndNothingFetched() throws Exception {
        try (RawServer elsewhere = new RawServer()) {
            elsewhere.on("/keys", RawServer.json(200, new JWKSet(OTHER_KEY.toPublicJWK()).toString()));
            URI keys = elsewhere.url("/keys");
            assertRefused(IdTokenForge.signed(claims().build(), OTHER_KEY, h -> h.jwk(OTHER_KEY.toPublicJWK())));
            assertRefused(IdTokenForge.signed(claims().build(), OTHER_KEY, h -> h.jwkURL(keys)));
            assertRefused(IdTokenForge.signed(claims().build(), OTHER_KEY, h -> h.x509CertURL(keys)));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void verifyWhenTamperedOrNoTokenAtAllThenRefused() {
        String token = IdTokenForge.signed(claims().build(), KEY);
        String[] parts = token.split("\\.");
        String another = IdTokenForge.signed(claims().subject("another").build(), KEY).split("\\.")[1];
        assertRefused(parts[0] + "." + another + "." + parts[2]);
        assertRefused("not a token");
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void verifyWhenTheSetHoldsForeignKeysThenOursStillCounts() {
        String ours = KEY.toPublicJWK().toJSONString();
        google.server.on("/certs", RawServer.json(200, "{\"keys\":[{\"kty\":\"AKP\",\"kid\":\"pq\",\"pub\":\"AA\"},"
                + "{\"kty\":\"EC\",\"crv\":\"P-999\",\"x\":\"AA\",\"y\":\"AA\"},{\"kty\":\"RSA\"},{}," + ours + "]}"));

        verified(IdTokenForge.signed(claims().build(), KEY));
    }

    @Test
    void verifyWhenKeysHaveRotatedThenTheNewOneIsFetchedOnce() {
        verified(IdTokenForge.signed(claims().build(), KEY));
        publish(KEY, OTHER_KEY);

        verified(IdTokenForge.signed(claims().build(), OTHER_KEY));
        verified(IdTokenForge.signed(claims().build(), KEY));
        assertEquals(2, google.server.requests("/certs"));
    }

    @Test
    void verifyWhenManyKeyIdsAreUnknownThenFewFetches() {
        for (int i = 0; i < 200; i++) {
            assertRefused(IdTokenForge.signed(claims().build(),
                    new RSAKey.Builder(OTHER_KEY).keyID("random-" + i).build()));
        }
        assertTrue(google.server.requests("/certs") <= 3, () -> "" + google.server.requests("/certs"));
        verified(IdTokenForge.signed(claims().build(), KEY));
    }

    @Test
    void verifyWhenKeysCannotBeFetchedThenUnavailable() {
        for (RawServer.Reply trouble : List.of(RawServer.html(503, ""), RawServer.html(200, "<html>"),
                RawServer.json(200, "{}"), RawServer.drop(), RawServer.html(302, "", "Location: /elsewhere"))) {
            google.server.on("/certs", trouble);
            IdTokenVerifier fresh = new IdTokenVerifier(google.config, google.endpoints, google.http, google.clock());
            assertEquals(new Verdict.KeysUnavailable(), fresh.verify(
                    Secret.of(IdTokenForge.signed(claims().build(), KEY)), IdTokenForge.NONCE, ACCESS_TOKEN));
        }
    }

    @Test
    void verifyWhenKeysAreKnownThenAnOutageDoesNotMatter() {
        verified(IdTokenForge.signed(claims().build(), KEY));
        google.server.on("/certs", RawServer.hang(Duration.ofSeconds(3)));

        verified(IdTokenForge.signed(claims().build(), KEY));
    }

    private JWTClaimsSet.Builder claims() {
        return IdTokenForge.claims(google.server.origin(), TestGoogle.NOW);
    }

    private void publish(RSAKey... keys) {
        google.server.on("/certs", RawServer.json(200,
                new JWKSet(Stream.of(keys).map(key -> (JWK) key).toList()).toString()));
    }

    private VerifiedIdToken verified(String token) {
        Verdict verdict = verify(token);
        return assertInstanceOf(Verdict.Verified.class, verdict, () -> "" + verdict).idToken();
    }

    private void assertRefused(String token) {
        assertEquals(new Verdict.Refused("signature"), verify(token));
    }

    private Verdict verify(String token) {
        return verifier.verify(Secret.of(token), IdTokenForge.NONCE, ACCESS_TOKEN);
    }

    private static Date at(int seconds) {
        return Date.from(TestGoogle.NOW.plusSeconds(seconds));
    }

    private static Arguments change(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    private static Arguments refusal(String check, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(check, change);
    }
}
