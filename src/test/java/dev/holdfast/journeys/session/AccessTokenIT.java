package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.StandInSignals;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted and refused access tokens (security group C; RFC 8725, RFC 9068). */
@OnStage
class AccessTokenIT {

    private static final Set<String> CLAIMS =
            Set.of("iss", "aud", "sub", "upn", "groups", "sid", "client_id", "iat", "exp", "jti");

    private final KeyPair foreignKey = Jws.newKey();
    private Stage stage;
    private Browser browser;
    private String genuine;
    private String header;
    private String claims;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        browser = Guest.arriving(stage, People.ADA).browser();
        genuine = browser.accessToken();
        header = Jws.header(genuine).toString();
        claims = Jws.claims(genuine).toString();
    }

    @Test
    void accessTokenWhenIssuedThenItHasTheContractsClaimsAndNoMore() {
        JsonObject told = Jws.claims(genuine);

        assertEquals(CLAIMS, told.keySet());
        assertEquals(stage.holdfast().origin().toString(), told.get("iss").getAsString());
        assertEquals("holdfast", told.get("aud").getAsString());
        assertEquals("holdfast-spa", told.get("client_id").getAsString());
        assertEquals(People.ADA, told.get("upn").getAsString());
        assertEquals("[\"user\"]", told.get("groups").toString());
        assertEquals(Browser.json(browser.get("/api/account")).get("id"), told.get("sub"));
        assertEquals(300, told.get("exp").getAsLong() - told.get("iat").getAsLong());
        assertEquals(Set.of("alg", "typ", "kid"), Jws.header(genuine).keySet());
        assertEquals("at+jwt", Jws.header(genuine).get("typ").getAsString());
        assertEquals("ES256", Jws.header(genuine).get("alg").getAsString());
    }

    @Test
    void jwksWhenFetchedThenItVerifiesTheTokenAndHoldsNothingPrivate() throws ParseException, JOSEException {
        HttpResponse<String> response = stage.browser().get("/.well-known/jwks.json");

        Answers.fine(response);
        assertTrue(response.headers().firstValue("Cache-Control").orElse("").contains("max-age="));
        JsonObject set = Browser.json(response);
        assertEquals(Set.of("keys"), set.keySet());
        set.getAsJsonArray("keys").forEach(key ->
                assertEquals(Set.of("kty", "crv", "x", "y", "kid", "use", "alg"), key.getAsJsonObject().keySet()));
        JWSObject token = JWSObject.parse(genuine);
        JWK key = JWKSet.parse(response.body()).getKeyByKeyId(token.getHeader().getKeyID());
        assertTrue(token.verify(new ECDSAVerifier(key.toECKey())));
    }

    @Test
    void accountWhenTheAlgorithmIsNotOursThenTheTokenIsRefused() {
        byte[] publicKey = browser.get("/.well-known/jwks.json").body().getBytes();
        for (String algorithm : List.of("none", "None", "nOnE", "NONE", "", "es256", "ES384", "ES256K", "RS256", "HS256")) {
            String forged = header.replace("\"ES256\"", '"' + algorithm + '"');
            assertRefused(Jws.unsigned(forged, claims));
            assertRefused(Jws.withHeader(genuine, forged));
            assertRefused(Jws.hs256(forged, claims, publicKey));
        }
    }

    @Test
    void accountWhenTheTypeIsNotThatOfAnAccessTokenThenTheTokenIsRefused() {
        for (String type : List.of("JWT", "rt+jwt", "AT+JWT", "application/at+jwt", "")) {
            assertRefused(Jws.withHeader(genuine, header.replace("at+jwt", type)));
            assertRefused(Jws.es256(header.replace("at+jwt", type), claims, foreignKey));
        }
    }

    @Test
    void accountWhenTheRefreshTokenIsTheBearerThenItIsRefused() {
        assertRefused(browser.cookies().get("holdfast"));
    }

    @Test
    void accountWhenGooglesIdTokenIsTheBearerThenItIsRefused() {
        assertRefused(idTokenOfGoogle());
    }

    /** A signal is refused even if it claims all that an access token of ours does: Google's key is none of ours. */
    @Test
    void accountWhenASignalOfGoogleIsTheBearerThenItIsRefused() {
        StandInSignals signals = stage.google().signals();
        String signal = signals.token(signals.about(People.ADA, "sessions-revoked"));
        assertRefused(signal);
        JsonObject everything = Jws.claims(genuine);
        everything.add("events", Jws.claims(signal).get("events"));
        assertRefused(signals.signed(everything, "at+jwt"));
    }

    /** An ID token may have all that a signal has, apart from the events. */
    @Test
    void signalWhenItIsGooglesIdTokenOrAnAccessTokenThenItIsRefused() {
        String idToken = idTokenOfGoogle();
        assertEquals("invalid_request", delivered(idToken));
        JsonObject identified = Jws.claims(idToken);
        identified.addProperty("jti", "of this test");
        assertEquals("invalid_request", delivered(stage.google().signals().signed(identified, "JWT")));
        assertEquals("invalid_key", delivered(genuine));
    }

    @Test
    void accountWhenAClaimIsAlteredThenTheTokenIsRefused() {
        for (String claim : CLAIMS) {
            JsonObject altered = Jws.claims(genuine);
            altered.addProperty(claim, "altered");
            assertRefused(Jws.withClaims(genuine, altered));
            assertRefused(Jws.es256(header, altered.toString(), foreignKey));
            altered.remove(claim);
            assertRefused(Jws.withClaims(genuine, altered));
        }
        assertRefused(Jws.es256(header, claims, foreignKey));
    }

    /** A key comes from our set by its id and from nowhere else (RFC 8725 section 3.10). */
    @Test
    void accountWhenTheHeaderNamesAKeyThenItIsNeitherUsedNorFetched() {
        String elsewhere = stage.google().origin() + "/elsewhere/keys";
        String start = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":";
        String kid = Jws.header(genuine).get("kid").toString();
        for (String nasty : List.of("\"../../../etc/passwd\"", "\"' OR '1'='1\"", "\"\"", "null", "7", "[" + kid + "]",
                "{}", "\"" + "k".repeat(3000) + "\"", "\"\\u0000\"")) {
            assertRefused(Jws.es256(start + nasty + "}", claims, foreignKey));
            assertRefused(Jws.withHeader(genuine, start + nasty + "}"));
        }
        for (String member : List.of("\"jku\":\"" + elsewhere + "\"", "\"x5u\":\"" + elsewhere + "\"",
                "\"jwk\":{\"kty\":\"EC\"}", "\"crit\":[\"exp\"]", "\"b64\":false", "\"zip\":\"DEF\"")) {
            assertRefused(Jws.es256(start + kid + "," + member + "}", claims, foreignKey));
            assertRefused(Jws.withHeader(genuine, start + kid + "," + member + "}"));
        }
        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE));
    }

    @Test
    void accountWhenTheTokenIsSpelledOtherwiseThenItIsRefused() {
        String[] parts = genuine.split("\\.");
        for (String mutated : List.of(Jws.withSpareBits(genuine), genuine + "=", genuine + "==", genuine + ".", genuine + "A",
                "." + genuine, parts[0] + "." + parts[1], parts[0] + "." + parts[1] + ".", genuine + "." + parts[2] + ".x",
                parts[0] + "=." + parts[1] + "." + parts[2], genuine.replace('.', ' '), genuine + " " + genuine,
                genuine + "," + genuine, "\"" + genuine + "\"", "x", "", ".", "..", "null")) {
            assertRefused(mutated);
        }
        assertRefused(Jws.withHeader(genuine, "{\"alg\":\"none\"," + header.substring(1)));
    }

    /** Each looks like a token of a key that another node has just made. */
    @Test
    void accountWhenTokensOfUnknownKeysFloodInThenNothingIsLoggedAndGenuineOnesPass() {
        String kid = Jws.header(genuine).get("kid").getAsString();
        long lines = stage.holdfast().log().lines().count();
        for (int i = 0; i < 300; i++) {
            String unknown = String.format("%0" + kid.length() + "d", i);
            assertRefused(Jws.es256(header.replace(kid, unknown), claims, foreignKey));
        }

        assertTrue(stage.holdfast().log().lines().count() - lines < 5, "nobody fills the log");
        Answers.fine(browser.get("/api/account"));
    }

    @Test
    void accountWhenTheTokenIsAMegabyteThenItIsRefused() {
        URI origin = stage.holdfast().origin();
        RawHttp.Answer answer = RawHttp.send(origin, "GET /api/account HTTP/1.1", "Host: " + origin.getAuthority(),
                "Authorization: Bearer " + "x".repeat(1 << 20));

        assertTrue(Set.of(0, 400, 401, 413, 431).contains(answer.status()), answer::toString);
        Answers.fine(browser.get("/api/account"));
    }

    /** RFC 6750 section 5.3: neither in the query nor in a form. */
    @Test
    void accountWhenTheTokenIsNotInTheHeaderThenItIsIgnored() {
        HttpRequest.Builder query = HttpRequest.newBuilder(browser.at("/api/account?access_token=" + genuine));
        Answers.problem(Browser.exchange(query.build()), 401, "access_token_invalid");
        HttpRequest.Builder form = HttpRequest.newBuilder(browser.at("/api/sessions"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("DELETE", BodyPublishers.ofString("access_token=" + genuine));
        Answers.problem(Browser.exchange(form.build()), 401, "access_token_invalid");
        Answers.problem(browser.copy().keepingCookies(HttpRequest.newBuilder(browser.at("/api/account"))), 401,
                "access_token_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "Bearer", "Bearer\t", "DPoP ", "Token ", "Bearer: ", "", "Negotiate "})
    void accountWhenTheSchemeIsNotBearerThenItIsRefused(String scheme) {
        Answers.problem(withAuthorization(scheme + genuine), 401, "access_token_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER "})
    void accountWhenTheSchemeIsBearerInAnyCaseThenItIsAccepted(String scheme) {
        Answers.fine(withAuthorization(scheme + genuine));
    }

    @Test
    void accountWhenTwoAuthorizationHeadersComeThenItIsRefused() {
        Answers.problem(withAuthorization("Bearer " + genuine, "Bearer " + genuine), 401, "access_token_invalid");
        Answers.problem(withAuthorization("Bearer " + genuine, "Bearer x"), 401, "access_token_invalid");
        Answers.problem(withAuthorization("Basic eDp5", "Bearer " + genuine), 401, "access_token_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/account", "/api/account/activity", "/api/sessions", "/api/google/grant",
        "/api/drive/files", "/api/drive/files/x/content"})
    void apiWhenThereIsNoTokenThenEveryResourceRefusesAlike(String path) {
        HttpResponse<String> refused = stage.browser().get(path);

        Answers.problem(refused, 401, "access_token_invalid");
        assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(stage.browser().get("/api/account").body(), refused.body());
    }

    private HttpResponse<String> withAuthorization(String... values) {
        HttpRequest.Builder request = HttpRequest.newBuilder(browser.at("/api/account"));
        Stream.of(values).forEach(value -> request.header("Authorization", value));
        return Browser.exchange(request.build());
    }

    /** Every fault gets the same answer, so that a caller cannot learn which check failed. */
    private void assertRefused(String token) {
        HttpResponse<String> refused = withAuthorization("Bearer " + token);
        assertEquals(401, refused.statusCode(), token);
        assertEquals(stage.browser().get("/api/account").body(), refused.body(), token);
        assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""));
        assertFalse(Answers.clearsCookie(refused), "an access token gone bad says nothing of the session");
    }

    /** Delivers a token as if it were a security signal, and returns the code of the refusal. */
    private String delivered(String token) {
        HttpResponse<String> answer = Browser.exchange(HttpRequest.newBuilder(browser.at("/signals/google"))
                .POST(BodyPublishers.ofString(token)).build());
        assertEquals(400, answer.statusCode(), answer.body());
        return Browser.json(answer).get("err").getAsString();
    }

    /** Returns an ID token as another application of the same client would get it. */
    private String idTokenOfGoogle() {
        URI google = stage.google().origin();
        URI request = URI.create(google + "/o/oauth2/v2/auth?response_type=code&scope=openid+email&client_id="
                + stage.google().clientId() + "&redirect_uri=http%3A%2F%2Flocalhost%2Fauth%2Fcallback");
        String code = Query.of(browser.answerOfGoogle(request, People.ADA, "all")).get("code");
        HttpResponse<String> answer = Browser.exchange(HttpRequest.newBuilder(google.resolve("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=authorization_code&code=" + Query.encode(code)
                        + "&redirect_uri=http%3A%2F%2Flocalhost%2Fauth%2Fcallback&client_id=" + stage.google().clientId()
                        + "&client_secret=" + stage.google().clientSecret()))
                .build());
        return Browser.json(answer).get("id_token").getAsString();
    }
}
