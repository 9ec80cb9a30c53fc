package dev.holdfast.google.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.openid.ExchangeOutcome.Exchanged;
import dev.holdfast.google.openid.ExchangeOutcome.Refused;
import dev.holdfast.google.openid.ExchangeOutcome.Unavailable;
import dev.holdfast.google.wire.RawServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeExchangeTest {

    private static final RSAKey KEY = IdTokenForge.key("key-1");
    private static final Secret VERIFIER = Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    private TestGoogle google;

    @BeforeEach
    void start() throws Exception {
        google = new TestGoogle();
        google.server.on("/certs", RawServer.json(200, new JWKSet(KEY).toString()));
    }

    @AfterEach
    void stop() throws Exception {
        google.close();
    }

    @Test
    void exchangeWhenGoogleGrantsThenWhoItIsAndTheTokens() {
        Exchanged exchanged = assertInstanceOf(Exchanged.class, exchange(granting(idToken())));

        assertEquals("subject-1", exchanged.idToken().subject());
        assertEquals(Secret.of("1//first"), exchanged.tokens().refreshToken().orElseThrow());
        assertEquals(TestGoogle.NOW.plusSeconds(3599), exchanged.tokens().accessToken().expiresAt());
    }

    @Test
    void exchangeWhenSentThenTheRequestIsRfc6749Section413WithRfc7636Verifier() {
        exchange(granting(idToken()));

        String request = google.server.requests().get(1);
        assertTrue(request.startsWith("POST /token "), request);
        for (String parameter : List.of("grant_type=authorization_code", "code=4%2Fthe-code", "client_id=client-1",
                "client_secret=secret-of-client-1", "code_verifier=" + VERIFIER.reveal(),
                "redirect_uri=http%3A%2F%2Flocalhost%3A9080%2Fauth%2Fcallback")) {
            assertTrue(request.contains(parameter), () -> parameter + " in " + request);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, CODE_SPENT", "401, invalid_client, CLIENT_REJECTED", "401, deleted_client, CLIENT_REJECTED",
        "401, unauthorized_client, CLIENT_REJECTED", "400, redirect_uri_mismatch, OTHER", "400, invalid_request, OTHER",
        "403, access_denied, OTHER", "400, some_new_error, OTHER"})
    void exchangeWhenGoogleRefusesThenRefused(int status, String error, String refusal) {
        assertEquals(new Refused(ExchangeOutcome.Refusal.valueOf(refusal)),
                exchange(RawServer.json(status, "{\"error\":\"" + error + "\"}")));
    }

    @Test
    void exchangeWhenTheIdTokenIsMissingOrBadThenInvalid() {
        Refused invalid = new Refused(ExchangeOutcome.Refusal.ID_TOKEN_INVALID);

        assertEquals(invalid, exchange(RawServer.json(200, "{\"access_token\":\"a\",\"expires_in\":60}")));
        assertEquals(invalid, exchange(granting(IdTokenForge.signed(
                IdTokenForge.claims(google.server.origin(), TestGoogle.NOW).claim("nonce", "old").build(), KEY))));
    }

    @Test
    void exchangeWhenGoogleIsInTroubleThenUnavailableAndTheCodeIsNotSentAgain() {
        List<RawServer.Reply> troubles = List.of(RawServer.html(502, "<html>"), RawServer.drop(),
                RawServer.hang(Duration.ofSeconds(5)), RawServer.html(302, "", "Location: /token2"),
                RawServer.json(200, ""), RawServer.json(429, "{\"error\":\"invalid_grant\"}"));
        for (RawServer.Reply trouble : troubles) {
            assertEquals(new Unavailable(), exchange(trouble));
        }
        assertEquals(troubles.size(), google.server.requests("/token"));
    }

    @Test
    void exchangeWhenSignatureKeysCannotBeHadThenUnavailable() {
        google.server.on("/certs", RawServer.html(500, ""));

        assertEquals(new Unavailable(), exchange(granting(idToken())));
    }

    private String idToken() {
        return IdTokenForge.signed(IdTokenForge.claims(google.server.origin(), TestGoogle.NOW).build(), KEY);
    }

    private static RawServer.Reply granting(String idToken) {
        return RawServer.json(200, """
                {"access_token":"ya29.a","expires_in":3599,"refresh_token":"1//first","scope":"openid",
                 "token_type":"Bearer","id_token":"%s"}""".formatted(idToken));
    }

    private ExchangeOutcome exchange(RawServer.Reply reply) {
        google.server.on("/token", reply);
        return google.codeExchange().exchange(Secret.of("4/the-code"), VERIFIER, IdTokenForge.NONCE);
    }
}
