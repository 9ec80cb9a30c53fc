package dev.holdfast.google.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.openid.AuthorizationRequest.Consent;
import dev.holdfast.google.wire.RawServer;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorizationRequestsTest {

    /** RFC 7636 appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void uriWhenAskedThenEveryParameterGoogleNeeds() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            URI uri = requests(google).uri(request(Optional.of("ada@example.com"), Consent.AS_NEEDED)).orElseThrow();

            assertEquals(google.server.origin() + "/o/oauth2/v2/auth", uri.toString().split("\\?")[0]);
            Map<String, List<String>> sent = URLUtils.parseParameters(uri.getRawQuery());
            assertEquals(Map.ofEntries(
                    Map.entry("response_type", List.of("code")),
                    Map.entry("client_id", List.of("client-1")),
                    Map.entry("redirect_uri", List.of("http://localhost:9080/auth/callback")),
                    Map.entry("scope", List.of("openid email https://www.googleapis.com/auth/drive.readonly")),
                    Map.entry("state", List.of("state-1")),
                    Map.entry("nonce", List.of("nonce-1")),
                    Map.entry("code_challenge", List.of(CHALLENGE)),
                    Map.entry("code_challenge_method", List.of("S256")),
                    Map.entry("access_type", List.of("offline")),
                    Map.entry("include_granted_scopes", List.of("true")),
                    Map.entry("login_hint", List.of("ada@example.com"))), sent);
        }
    }

    @Test
    void uriWhenConsentIsForcedThenPrompt() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            URI uri = requests(google).uri(request(Optional.empty(), Consent.FORCED)).orElseThrow();

            assertEquals(List.of("consent"), URLUtils.parseParameters(uri.getRawQuery()).get("prompt"));
            assertFalse(uri.toString().contains("login_hint"));
        }
    }

    @Test
    void uriWhenTheEndpointCannotBeLearntThenEmpty() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            google.server.on("/.well-known/openid-configuration", RawServer.html(500, ""));
            assertTrue(requests(google).uri(request(Optional.empty(), Consent.AS_NEEDED)).isEmpty());
        }
    }

    @Test
    void toStringWhenPrintedThenNothingThatProtectsTheFlow() {
        String printed = request(Optional.of("ada@example.com"), Consent.FORCED).toString();
        for (String secret : List.of("state-1", "nonce-1", VERIFIER, "ada")) {
            assertFalse(printed.contains(secret), printed);
        }
    }

    private static AuthorizationRequests requests(TestGoogle google) {
        return new AuthorizationRequests(google.config, google.endpoints, google.publicUrl());
    }

    private static AuthorizationRequest request(Optional<String> loginHint, Consent consent) {
        return new AuthorizationRequest("state-1", "nonce-1", Secret.of(VERIFIER), new LinkedHashSet<>(
                List.of("openid", "email", "https://www.googleapis.com/auth/drive.readonly")), loginHint, consent);
    }
}
