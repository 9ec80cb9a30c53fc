package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.drive.DriveApi;
import dev.holdfast.google.drive.DrivePage;
import dev.holdfast.google.drive.DriveQuery;
import dev.holdfast.google.openid.AuthorizationRequest;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.google.openid.CallbackIssuer;
import dev.holdfast.google.openid.CodeExchange;
import dev.holdfast.google.openid.ExchangeOutcome;
import dev.holdfast.google.openid.IdTokenVerifier;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.RefreshOutcome;
import dev.holdfast.google.token.Revocation;
import dev.holdfast.google.token.RevocationOutcome;
import dev.holdfast.google.token.TokenEndpoint;
import dev.holdfast.google.token.TokenRefresh;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.standin.StandInGoogle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The room and the stand-in for Google understand each other, from the first redirect to the revocation. */
class WithStandInTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void roomWhenAPersonSignsInThenEverythingWorksUntilRevoked() throws Exception {
        try (StandInGoogle standIn = StandInGoogle.start()) {
            GoogleConfig config = new GoogleConfig(SettingsOf.google(standIn.origin().toString(), Map.of(
                    "holdfast.google.client-id", standIn.clientId(),
                    "holdfast.google.client-secret", standIn.clientSecret(),
                    "holdfast.google.timeout", "PT5S",
                    "holdfast.google.api-timeout", "PT30S")));
            GoogleHttp http = new GoogleHttp(config);
            GoogleEndpoints endpoints = new GoogleEndpoints(config, http, CLOCK);
            TokenRefresh refresh = new TokenRefresh(new TokenEndpoint(config, endpoints, http, CLOCK));

            ExchangeOutcome.Exchanged exchanged = signIn(config, endpoints, http);
            AccessToken first = exchanged.tokens().accessToken();
            Secret refreshToken = exchanged.tokens().refreshToken().orElseThrow();
            assertEquals(standIn.origin().toString(), exchanged.idToken().issuer());
            assertTrue(first.scopes().containsAll(Scopes.normalise(config.scopes())));

            RefreshOutcome.Refreshed refreshed =
                    assertInstanceOf(RefreshOutcome.Refreshed.class, refresh.refresh(refreshToken));
            ApiAnswer<DrivePage> page = new DriveApi(config, http, new ApiCallLimits(config), CLOCK).list(
                    refreshed.tokens().accessToken(), new DriveQuery(Optional.of("it's"), 10, Optional.empty()));
            assertInstanceOf(ApiAnswer.Found.class, page);

            assertEquals(RevocationOutcome.DONE, new Revocation(endpoints, http).revoke(refreshToken));
            assertEquals(new RefreshOutcome.Refused(RefreshOutcome.Refusal.REVOKED, "invalid_grant"),
                    refresh.refresh(refreshToken));
            http.close();
        }
    }

    private static ExchangeOutcome.Exchanged signIn(GoogleConfig config, GoogleEndpoints endpoints, GoogleHttp http)
            throws Exception {
        PublicUrl publicUrl = new PublicUrl(URI.create("http://localhost:9080"));
        Secret verifier = Secret.of(new CodeVerifier().getValue());
        URI uri = new AuthorizationRequests(config, endpoints, publicUrl).uri(new AuthorizationRequest("s-123", "n-123",
                verifier, config.scopes(), Optional.empty(), AuthorizationRequest.Consent.AS_NEEDED)).orElseThrow();
        Map<String, List<String>> callback = callbackOf(URI.create(uri
                + "&standin_person=ada.okafor%40mail.example&standin_consent=all"));
        assertEquals(List.of("s-123"), callback.get("state"));
        assertTrue(new CallbackIssuer(config, endpoints).issuerAcceptable(callback.getOrDefault("iss", List.of())));
        ExchangeOutcome outcome = new CodeExchange(config, endpoints, http,
                new IdTokenVerifier(config, endpoints, http, CLOCK), publicUrl, CLOCK)
                .exchange(Secret.of(callback.get("code").get(0)), verifier, "n-123");
        return assertInstanceOf(ExchangeOutcome.Exchanged.class, outcome, () -> "" + outcome);
    }

    private static Map<String, List<String>> callbackOf(URI authorization) throws Exception {
        var redirect = HttpClient.newHttpClient().send(HttpRequest.newBuilder(authorization).build(), BodyHandlers.ofString());
        String location = redirect.headers().firstValue("Location").orElseThrow(() -> new AssertionError(redirect.body()));
        return URLUtils.parseParameters(URI.create(location).getRawQuery());
    }
}
