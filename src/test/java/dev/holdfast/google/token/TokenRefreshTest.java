package dev.holdfast.google.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.token.RefreshOutcome.Refused;
import dev.holdfast.google.token.RefreshOutcome.Unavailable;
import dev.holdfast.google.wire.RawServer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenRefreshTest {

    private static final Secret REFRESH_TOKEN = Secret.of("1//refresh-token-marker");

    private TestGoogle google;

    @BeforeEach
    void start() throws Exception {
        google = new TestGoogle();
    }

    @AfterEach
    void stop() throws Exception {
        google.close();
    }

    @Test
    void refreshWhenGoogleGrantsThenTokensWithScopesAndLifetime() {
        GrantedTokens tokens = granted("""
                {"access_token":"ya29.a","expires_in":3599,"token_type":"Bearer",
                 "scope":"https://www.googleapis.com/auth/drive.readonly openid email"}""");

        assertEquals(Secret.of("ya29.a"), tokens.accessToken().value());
        assertEquals(Set.of("openid", "https://www.googleapis.com/auth/userinfo.email",
                "https://www.googleapis.com/auth/drive.readonly"), tokens.accessToken().scopes());
        assertEquals(TestGoogle.NOW.plusSeconds(3599), tokens.accessToken().expiresAt());
        assertTrue(tokens.refreshToken().isEmpty());
        assertTrue(tokens.refreshTokenExpiresAt().isEmpty());
    }

    @Test
    void refreshWhenAskedThenTheRequestIsRfc6749Section6() {
        granted("{\"access_token\":\"a\",\"expires_in\":60}");

        String request = google.server.requests().get(1);
        assertTrue(request.startsWith("POST /token HTTP/1.1"), request);
        assertTrue(request.contains("grant_type=refresh_token"), request);
        assertTrue(request.contains("refresh_token=1%2F%2Frefresh-token-marker"), request);
        assertTrue(request.contains("client_id=client-1"), request);
        assertTrue(request.contains("client_secret=secret-of-client-1"), request);
        assertTrue(request.contains("User-Agent: holdfast\r\n"), request);
        assertFalse(request.contains("x-goog-api-client"), request);
    }

    @Test
    void refreshWhenGoogleRotatesTheRefreshTokenThenItIsKept() {
        GrantedTokens tokens = granted("""
                {"access_token":"a","expires_in":60,"refresh_token":"1//rotated","refresh_token_expires_in":604799}""");

        assertEquals(Secret.of("1//rotated"), tokens.refreshToken().orElseThrow());
        assertEquals(TestGoogle.NOW.plusSeconds(604799), tokens.refreshTokenExpiresAt().orElseThrow());
    }

    @Test
    void refreshWhenNoScopesAreToldThenTheSetIsEmpty() {
        assertEquals(Set.of(), granted("{\"access_token\":\"a\",\"expires_in\":60}").accessToken().scopes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3599 | 3599", "\"3599\" | 3599", "3599.9 | 3599", "2592000 | 86400", "99999999999999999999 | 86400",
        "86401 | 86400", "1e3 | 1000", "0 | 300", "-5 | 300", "\"soon\" | 300", "\"\" | 300", "null | 300",
        "[60] | 300", "true | 300", "\"1e999999999\" | 86400"})
    void refreshWhenLifetimeIsToldInAnyWayThenItIsBounded(String expiresIn, long seconds) {
        GrantedTokens tokens = granted("{\"access_token\":\"a\",\"expires_in\":" + expiresIn + "}");

        assertEquals(Duration.ofSeconds(seconds),
                Duration.between(tokens.accessToken().issuedAt(), tokens.accessToken().expiresAt()));
    }

    @Test
    void refreshWhenNoLifetimeIsToldThenFiveMinutes() {
        assertEquals(TestGoogle.NOW.plusSeconds(300), granted("{\"access_token\":\"a\"}").accessToken().expiresAt());
    }

    static Stream<Arguments> finalRefusals() {
        return Stream.of(
                Arguments.of(400, "invalid_grant", "", "REVOKED"),
                Arguments.of(400, "invalid_grant", ",\"error_subtype\":\"\"", "REVOKED"),
                Arguments.of(400, "invalid_grant", ",\"error_subtype\":null", "REVOKED"),
                Arguments.of(400, "invalid_grant", ",\"error_subtype\":\"invalid_rapt\"", "REAUTH_REQUIRED"),
                Arguments.of(400, "invalid_grant", ",\"error_subtype\":\"rapt_required\"", "REAUTH_REQUIRED"),
                Arguments.of(400, "invalid_grant", ",\"error_subtype\":\"something_new\"", "REAUTH_REQUIRED"),
                Arguments.of(400, "admin_policy_enforced", "", "BLOCKED_BY_POLICY"),
                Arguments.of(403, "access_denied", "", "BLOCKED_BY_POLICY"),
                Arguments.of(401, "invalid_client", "", "CLIENT_REJECTED"),
                Arguments.of(401, "deleted_client", "", "CLIENT_REJECTED"),
                Arguments.of(401, "unauthorized_client", "", "CLIENT_REJECTED"));
    }

    @ParameterizedTest
    @MethodSource("finalRefusals")
    void refreshWhenGoogleRefusesForGoodThenRefused(int status, String error, String more, String refusal) {
        RefreshOutcome outcome = outcomeOf(RawServer.json(status,
                "{\"error\":\"" + error + "\",\"error_description\":\"Any text.\"" + more + "}"));

        assertEquals(new Refused(RefreshOutcome.Refusal.valueOf(refusal), error), outcome);
        assertEquals(1, google.server.requests("/token"));
    }

    static Stream<Arguments> transientAnswers() {
        String invalidGrant = "{\"error\":\"invalid_grant\"}";
        return Stream.of(
                Arguments.of("http_500", RawServer.json(500, "{\"error\":\"internal_failure\"}")),
                Arguments.of("http_500", RawServer.json(500, invalidGrant)),
                Arguments.of("http_502", RawServer.html(502, "<!DOCTYPE html><title>Error 502</title>")),
                Arguments.of("http_503", RawServer.json(503, invalidGrant, "Retry-After: 30")),
                Arguments.of("http_504", RawServer.html(504, "")),
                Arguments.of("http_429", RawServer.json(429, invalidGrant)),
                Arguments.of("http_408", RawServer.json(408, invalidGrant)),
                Arguments.of("http_404", RawServer.json(404, invalidGrant)),
                Arguments.of("http_403", RawServer.html(403, "User Rate Limit Exceeded")),
                Arguments.of("http_400", RawServer.html(400, "invalid_grant")),
                Arguments.of("http_400", RawServer.json(400, "")),
                Arguments.of("http_400", RawServer.json(400, "{}")),
                Arguments.of("http_400", RawServer.json(400, "{\"error\":{\"code\":\"invalid_grant\"}}")),
                Arguments.of("http_400", RawServer.json(400, "[\"invalid_grant\"]")),
                Arguments.of("http_401", RawServer.json(401, "\"invalid_client\"")),
                Arguments.of("unknown_refusal", RawServer.json(400, "{\"error\":\"invalid_request\"}")),
                Arguments.of("unknown_refusal", RawServer.json(400, "{\"error\":\"Invalid_Grant\"}")),
                Arguments.of("unknown_refusal", RawServer.json(400, "{\"error\":\"invalid_grant \"}")),
                Arguments.of("unknown_refusal", RawServer.json(400, "{\"error\":\"temporarily_unavailable\"}")),
                Arguments.of("answer_not_json", RawServer.html(200, "<html>sorry</html>")),
                Arguments.of("answer_not_json", RawServer.json(200, "")),
                Arguments.of("answer_not_json", RawServer.json(200, "{\"access_token\":\"a\"")),
                Arguments.of("answer_without_token", RawServer.json(200, "{}")),
                Arguments.of("answer_without_token", RawServer.json(200, invalidGrant)),
                Arguments.of("answer_without_token", RawServer.json(200, "{\"access_token\":\"\"}")),
                Arguments.of("answer_without_token", RawServer.json(200, "{\"access_token\":17}")),
                Arguments.of("answer_without_token", RawServer.json(200, "{\"access_token\":\"a\\r\\nX: y\"}")),
                Arguments.of("answer_without_token", RawServer.json(200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}")),
                Arguments.of("http_204", RawServer.raw("HTTP/1.1 204 No Content\r\n\r\n")),
                Arguments.of("http_201", RawServer.json(201, "{\"access_token\":\"a\"}")),
                Arguments.of("answer_too_large", RawServer.json(200, "{\"access_token\":\"" + "a".repeat(70_000) + "\"}")),
                Arguments.of("connection_failed", RawServer.drop()),
                Arguments.of("connection_failed", RawServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"access")),
                Arguments.of("connection_failed", RawServer.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                Arguments.of("timeout", RawServer.hang(Duration.ofSeconds(5))));
    }

    @ParameterizedTest
    @MethodSource("transientAnswers")
    void refreshWhenAnswerIsNeitherGrantNorFinalThenUnavailable(String code, RawServer.Reply reply) {
        assertEquals(new Unavailable(code), outcomeOf(reply));
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void refreshWhenRedirectedThenNothingIsSentThere(int status) throws Exception {
        try (RawServer elsewhere = new RawServer()) {
            elsewhere.on("/token", RawServer.json(200, "{\"access_token\":\"stolen\"}"));

            assertEquals(new Unavailable("redirect"),
                    outcomeOf(RawServer.html(status, "", "Location: " + elsewhere.url("/token"))));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void refreshWhenAnswerDripsThenItEndsAllTheSame() {
        long started = System.nanoTime();

        RefreshOutcome outcome = outcomeOf(RawServer.drip("HTTP/1.1 200 OK\r\nX: " + "y".repeat(500), Duration.ofMillis(20)));

        assertEquals(new Unavailable("timeout"), outcome);
        assertTrue(System.nanoTime() - started < Duration.ofSeconds(2).toNanos());
    }

    @Test
    void refreshWhenNothingListensThenUnavailable() throws Exception {
        outcomeOf(RawServer.drop());
        google.server.close();

        assertEquals(new Unavailable("connection_failed"), refresh());
    }

    @Test
    void refreshWhenEndpointCannotBeLearntThenUnavailable() {
        google.server.on("/.well-known/openid-configuration", RawServer.html(503, ""));

        assertEquals(new Unavailable("endpoint_unknown"), refresh());
    }

    @Test
    void refreshWhenEverythingIsLoggedThenNoSecretIsAmongIt() {
        StringBuilder log = new StringBuilder();
        Handler ears = new Ears(log);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(ears);
        try {
            granted("{\"access_token\":\"access-token-marker\",\"expires_in\":60}");
            outcomeOf(RawServer.json(401, "{\"error\":\"invalid_client\"}"));
            outcomeOf(RawServer.html(200, "refresh-token-marker"));
        } finally {
            root.removeHandler(ears);
            root.setLevel(before);
        }

        assertTrue(log.toString().contains("HF0503"), log.toString());
        assertFalse(log.toString().contains("marker"), log.toString());
        assertFalse(log.toString().contains("secret-of-client-1"), log.toString());
    }

    private GrantedTokens granted(String body) {
        RefreshOutcome outcome = outcomeOf(RawServer.json(200, body));
        return assertInstanceOf(RefreshOutcome.Refreshed.class, outcome, () -> "" + outcome).tokens();
    }

    private RefreshOutcome outcomeOf(RawServer.Reply reply) {
        google.server.on("/token", reply);
        return refresh();
    }

    private RefreshOutcome refresh() {
        return new TokenRefresh(google.tokenEndpoint()).refresh(REFRESH_TOKEN);
    }

    private static final class Ears extends Handler {

        private final StringBuilder heard;

        private Ears(StringBuilder heard) {
            this.heard = heard;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord message) {
            heard.append(new SimpleFormatter().format(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void trialWhenItFailsThenOneTryAndTheReason() throws Exception {
        google.server.on("/token", RawServer.json(503, "{}"));

        assertEquals(new Unavailable("http_503"), tryOnce(new TokenRefresh(google.tokenEndpoint())));
    }

    @Test
    void trialWhenManyHaveJustFailedAgainThenThereIsNoneForASecond() throws Exception {
        google.server.on("/token", RawServer.json(503, "{}"));
        TokenRefresh refresh = new TokenRefresh(google.tokenEndpoint());
        for (int time = 0; time < 16; time++) {
            assertInstanceOf(Unavailable.class, tryOnce(refresh));
        }

        assertTrue(refresh.trial().isEmpty());

        google.server.on("/token", RawServer.json(200, "{\"access_token\":\"a\"}"));
        Optional<TokenRefresh.Trial> trial = refresh.trial();
        for (long begun = System.nanoTime(); trial.isEmpty() && System.nanoTime() - begun < 10_000_000_000L;
                trial = refresh.trial()) {
            Thread.onSpinWait();
        }
        trial.orElseThrow().close();
        for (int time = 0; time < 100; time++) {
            assertInstanceOf(RefreshOutcome.Refreshed.class, tryOnce(refresh), "success makes room at once");
        }
    }

    private static RefreshOutcome tryOnce(TokenRefresh refresh) {
        try (TokenRefresh.Trial trial = refresh.trial().orElseThrow()) {
            return trial.refresh(REFRESH_TOKEN);
        }
    }
}
