package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The keys that sign access tokens succeed each other, by setting too, and all people stay signed in (security group C,
 * C08).
 */
@Order(1)
@ResourceLock(Locks.PATIENT_CLUSTER)
class SigningKeyIT {

    private static final Duration KEY_LIFETIME = Cluster.SIGNING_KEY_LIFETIME;
    private static final Set<String> CLAIMS = Set.of("sub", "upn", "groups", "sid", "iat", "exp", "jti", "client_id");

    @Test
    void keysWhenTheyRotateOnTwoNodesThenEitherAcceptsTheOthersTokensAndKnowsTheirKeyAhead() throws Exception {
        Cluster cluster = Cluster.patient();
        Browser ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA).browser();
        String first = ada.accessToken();
        Set<String> kids = new HashSet<>(Set.of(kidOf(first)));
        HoldfastServer signing = cluster.other();
        HoldfastServer asked = cluster.one();
        String published = jwksOf(ada.through(asked));
        while (kids.size() < 5) {
            Answers.fine(ada.through(signing).refresh());
            String kid = kidOf(ada.accessToken());
            kids.add(kid);
            assertTrue(published.contains(kid), "published by the other node before it signs");
            Answers.fine(ada.through(asked).get("/api/account"));
            published = jwksOf(ada.through(signing));
            HoldfastServer former = signing;
            signing = asked;
            asked = former;
            HoldfastServer.await(200);
        }
        assertTrue(published.contains(kidOf(first)), "served until its last token is dead");
        assertTrue(cacheSeconds(ada) <= KEY_LIFETIME.toSeconds() / 4, "cached for less than it is published ahead");
        Browser withTheFirst = ada.copy();
        Answers.fine(Browser.exchange(withTheFirst.bearer("/api/account")
                .setHeader("Authorization", "Bearer " + first).build()));
        assertEquals(CLAIMS, accepted("ES256", ada.accessToken(), published, Cluster.PUBLIC_URL).getClaims().keySet()
                .stream().filter(CLAIMS::contains).collect(Collectors.toSet()));
    }

    @Test
    void keysWhenTheAlgorithmIsChangedThenAllStaySignedInAndAnotherLibraryAcceptsTheNewTokens() throws Exception {
        try (StandInGoogle google = StandInGoogle.start()) {
            Map<String, String> settings = Stage.settingsFor(google);
            settings.put("HOLDFAST_SESSION_SIGNING_KEY_LIFETIME", KEY_LIFETIME.toString());
            try (HoldfastServer server = HoldfastServer.unhurried(settings).start()) {
                Browser ada = new Browser(server.origin());
                ada.signIn(People.ADA);
                String old = ada.accessToken();
                accepted("ES256", old, jwksOf(ada), server.origin().toString());
                assertTrue(server.stop());
                settings.put("HOLDFAST_SESSION_SIGNING_ALGORITHM", "RS256");
                server.start();

                Answers.fine(ada.get("/api/account"));
                Eventually.holds(Duration.ofSeconds(20), "RS256 signs", () -> {
                    Answers.fine(ada.refresh());
                    return "RS256".equals(Jws.header(ada.accessToken()).get("alg").getAsString());
                });

                Answers.fine(ada.get("/api/account"));
                accepted("RS256", ada.accessToken(), jwksOf(ada), server.origin().toString());
                assertFalse(jwksOf(ada).matches("(?s).*\"(d|p|q|k|dp|dq|qi)\".*"), "public parts only");
                assertNotEquals(kidOf(old), kidOf(ada.accessToken()));
            }
        }
    }

    /** Checks a token as a foreign resource server would: RFC 9068 section 4. */
    private static JWTClaimsSet accepted(String algorithm, String token, String jwks, String issuer) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.parse(algorithm),
                new ImmutableJWKSet<>(JWKSet.parse(jwks))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>("holdfast",
                new JWTClaimsSet.Builder().issuer(issuer).build(), CLAIMS));
        return processor.process(token, null);
    }

    private static String jwksOf(Browser browser) {
        return browser.get("/.well-known/jwks.json").body();
    }

    private static long cacheSeconds(Browser browser) {
        HttpResponse<String> answer = browser.get("/.well-known/jwks.json");
        var told = Pattern.compile("max-age=(\\d+)").matcher(answer.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(told.find());
        return Long.parseLong(told.group(1));
    }

    private static String kidOf(String token) {
        return Jws.header(token).get("kid").getAsString();
    }
}
