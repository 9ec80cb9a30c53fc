package dev.holdfast.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.standin.grant.CodeChallenge;
import dev.holdfast.standin.grant.StandInGrants;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandInTokenTest {

    private static final StandInGoogle GOOGLE = StandInGoogle.start();
    private final Visitor visitor = new Visitor(GOOGLE);

    @BeforeEach
    void reset() {
        GOOGLE.control().reset();
    }

    @AfterAll
    static void close() {
        GOOGLE.close();
    }

    @Test
    void exchangeWhenCodeIsGoodThenTokens() {
        HttpResponse<String> answer = visitor.exchange(visitor.code(People.ADA));
        JsonObject tokens = Visitor.json(answer);
        assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
        assertTrue(Visitor.text(tokens, "access_token").startsWith("ya29.standin-at-"));
        assertTrue(Visitor.text(tokens, "refresh_token").matches("1//[\\w-]{16}-standin-rt-[\\w-]{32}"));
        assertEquals(3599, tokens.get("expires_in").getAsInt());
        assertEquals("Bearer", Visitor.text(tokens, "token_type"));
        assertTrue(tokens.has("id_token"));
        assertEquals(200, visitor.drive("", Visitor.text(tokens, "access_token")).statusCode());
    }

    @Test
    void exchangeWhenCodeIsUsedTwiceThenInvalidGrant() {
        String code = visitor.code(People.ADA);
        visitor.exchange(code);
        assertRefused(400, "invalid_grant", "Code was already redeemed.", visitor.exchange(code));
    }

    @Test
    void exchangeWhenCodeIsOldThenInvalidGrant() {
        String code = visitor.code(People.ADA);
        GOOGLE.control().advance(Duration.ofMinutes(11));
        assertRefused(400, "invalid_grant", "Bad Request", visitor.exchange(code));
    }

    @Test
    void exchangeWhenVerifierIsWrongThenInvalidGrantAndCodeIsSpent() {
        String code = visitor.code(People.ADA);
        assertRefused(400, "invalid_grant", "Missing code verifier.", visitor.exchange(code, "code_verifier", null));
        assertRefused(400, "invalid_grant", "Code was already redeemed.", visitor.exchange(code));
        assertRefused(400, "invalid_grant", "Invalid code verifier.",
                visitor.exchange(visitor.code(People.ADA), "code_verifier", "x".repeat(50)));
        String unchallenged = visitor.code(People.ADA, "code_challenge", null, "code_challenge_method", null);
        assertRefused(400, "invalid_grant", "code_verifier or verifier is not needed.", visitor.exchange(unchallenged));
    }

    /** RFC 7636 §4.1: 43 to 128 unreserved characters. */
    @Test
    void exchangeWhenVerifierIsMisshapenThenInvalidGrant() {
        for (String verifier : List.of("x".repeat(42), "x".repeat(129), "x".repeat(42) + "=")) {
            String code = visitor.code(People.ADA, "code_challenge", CodeChallenge.s256(verifier));
            assertRefused(400, "invalid_grant", "Invalid code verifier.",
                    visitor.exchange(code, "code_verifier", verifier));
        }
    }

    @Test
    void exchangeWhenRedirectUriDiffersThenMismatch() {
        assertRefused(400, "redirect_uri_mismatch", "Bad Request",
                visitor.exchange(visitor.code(People.ADA), "redirect_uri", "http://localhost:9081/auth/callback"));
    }

    @Test
    void exchangeWhenClientIsWrongThenUnauthorized() {
        assertRefused(401, "invalid_client", "Unauthorized",
                visitor.exchange(visitor.code(People.ADA), "client_secret", "wrong"));
        assertRefused(401, "invalid_client", "The OAuth client was not found.",
                visitor.exchange(visitor.code(People.ADA), "client_id", "unknown"));
        assertRefused(400, "invalid_request", "client_secret is missing.",
                visitor.exchange(visitor.code(People.ADA), "client_secret", null));
    }

    @Test
    void signInWhenConsentIsNotShownThenNoRefreshToken() {
        JsonObject first = visitor.signIn(People.ADA);
        assertFalse(visitor.signIn(People.ADA).has("refresh_token"));
        JsonObject again = visitor.signIn(People.ADA, "prompt", "consent");
        assertTrue(again.has("refresh_token"));
        assertEquals(200, visitor.refresh(Visitor.text(first, "refresh_token")).statusCode());
        assertFalse(visitor.signIn(People.BRUNO, "access_type", "online").has("refresh_token"));
    }

    @Test
    void refreshWhenTokenIsGoodThenAccessTokenOnly() {
        JsonObject tokens = Visitor.json(visitor.refresh(Visitor.text(visitor.signIn(People.ADA), "refresh_token")));
        assertFalse(tokens.has("refresh_token"));
        assertEquals(200, visitor.drive("", Visitor.text(tokens, "access_token")).statusCode());
    }

    @Test
    void refreshWhenRotationIsOnThenNewTokenAndOldDies() {
        GOOGLE.control().set(Switch.ROTATE_REFRESH_TOKENS, "true");
        GOOGLE.control().set(Switch.OLD_REFRESH_TOKEN_DIES, "true");
        String old = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        String next = Visitor.text(Visitor.json(visitor.refresh(old)), "refresh_token");
        assertRefused(400, "invalid_grant", "Token has been expired or revoked.", visitor.refresh(old));
        assertEquals(200, visitor.refresh(next).statusCode());
    }

    @Test
    void refreshWhenAHundredNewerOnesAreAliveThenTheOldestIsDead() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i <= StandInGrants.MOST_REFRESH_TOKENS; i++) {
            tokens.add(Visitor.text(visitor.signIn(People.ADA, "prompt", "consent"), "refresh_token"));
        }
        assertEquals(400, visitor.refresh(tokens.get(0)).statusCode());
        assertEquals(200, visitor.refresh(tokens.get(1)).statusCode());
    }

    @Test
    void refreshWhenTokenIsOfAnotherClientThenUnauthorizedClient() {
        GOOGLE.control().registerClient("other", "other-secret");
        String token = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        assertRefused(401, "unauthorized_client", "Unauthorized", visitor.post("/token", Map.of(
                "grant_type", "refresh_token", "refresh_token", token,
                "client_id", "other", "client_secret", "other-secret")));
    }

    @Test
    void expiresInWhenToldSoThenUnusable() {
        String token = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        GOOGLE.control().set(Switch.EXPIRES_IN, "missing");
        assertFalse(Visitor.json(visitor.refresh(token)).has("expires_in"));
        GOOGLE.control().set(Switch.EXPIRES_IN, "\"3599\"");
        assertTrue(visitor.refresh(token).body().contains("\"expires_in\": \"3599\""));
        GOOGLE.control().set(Switch.EXPIRES_IN, "99999999999");
        assertEquals(99999999999L, Visitor.json(visitor.refresh(token)).get("expires_in").getAsLong());
    }

    @Test
    void revokeWhenAccessTokenIsGivenThenTheWholeGrantEnds() {
        JsonObject tokens = visitor.signIn(People.ADA);
        String access = Visitor.text(tokens, "access_token");
        assertEquals(404, visitor.get("/revoke?token=" + access).statusCode());
        assertEquals(200, visitor.post("/revoke", Map.of("token", access)).statusCode());
        assertEquals(401, visitor.drive("", access).statusCode());
        assertRefused(400, "invalid_grant", "Token has been expired or revoked.",
                visitor.refresh(Visitor.text(tokens, "refresh_token")));
        assertEquals(400, visitor.post("/revoke", Map.of("token", access)).statusCode());
        assertTrue(visitor.signIn(People.ADA).has("refresh_token"), "consent was forgotten");
    }

    private static void assertRefused(int status, String error, String description, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(error, Visitor.text(Visitor.json(answer), "error"));
        assertEquals(description, Visitor.text(Visitor.json(answer), "error_description"));
    }
}
