package dev.holdfast.custody.client;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.grant.Freshness;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.api.GoogleApis;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.openid.AuthorizationRequest;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.google.openid.CodeExchange;
import dev.holdfast.google.openid.ExchangeOutcome;
import dev.holdfast.google.openid.IdTokenVerifier;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.RefreshOutcome;
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
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Custody of one person's grant at the stand-in, without a database; refreshes are real. */
final class StandInCustody extends GoogleTokenManager implements AutoCloseable {

    private final Clock time;
    private final GoogleConfig google;
    private final GoogleHttp http;
    private final GoogleEndpoints endpoints;
    private Secret refreshToken;
    private AccessToken token;

    StandInCustody(StandInGoogle standIn, Clock time) {
        this.time = time;
        google = new GoogleConfig(SettingsOf.google(standIn.origin().toString(), Map.of(
                "holdfast.google.client-id", standIn.clientId(),
                "holdfast.google.client-secret", standIn.clientSecret(),
                "holdfast.google.timeout", "PT6S",
                "holdfast.google.api-timeout", "PT30S")));
        http = new GoogleHttp(google);
        endpoints = new GoogleEndpoints(google, http, time);
    }

    GoogleClients clients() {
        return new GoogleClients(this, new GoogleApis(google, http, new ApiCallLimits(google)), google);
    }

    /** Signs in with more scopes than those of the settings, if any. */
    void signIn(String person, String... more) throws Exception {
        Set<String> scopes = new LinkedHashSet<>(google.scopes());
        scopes.addAll(List.of(more));
        PublicUrl publicUrl = new PublicUrl(URI.create("http://localhost:9080"));
        Secret verifier = Secret.of(new CodeVerifier().getValue());
        URI uri = new AuthorizationRequests(google, endpoints, publicUrl).uri(new AuthorizationRequest("s-123", "n-123",
                verifier, scopes, Optional.empty(), AuthorizationRequest.Consent.AS_NEEDED)).orElseThrow();
        var redirect = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(uri + "&standin_person=" + person
                + "&standin_consent=all")).build(), BodyHandlers.discarding());
        String code = URLUtils.parseParameters(URI.create(redirect.headers().firstValue("Location").orElseThrow())
                .getRawQuery()).get("code").get(0);
        var outcome = new CodeExchange(google, endpoints, http, new IdTokenVerifier(google, endpoints, http, time),
                publicUrl, time).exchange(Secret.of(code), verifier, "n-123");
        var tokens = ((ExchangeOutcome.Exchanged) outcome).tokens();
        refreshToken = tokens.refreshToken().orElseThrow();
        token = tokens.accessToken();
    }

    @Override
    public Acquired acquire(UUID accountId) {
        boolean over = Freshness.at(time.instant(), token, Duration.ofMinutes(5)) == Freshness.EXPIRED;
        return over ? refresh() : new Acquired.Fresh(token);
    }

    @Override
    public Acquired acquireBeyond(UUID accountId, AccessToken known) {
        return acquire(accountId);
    }

    @Override
    public Acquired acquireInsteadOf(UUID accountId, AccessToken rejected) {
        return token.value().equals(rejected.value()) ? refresh() : new Acquired.Fresh(token);
    }

    private Acquired refresh() {
        RefreshOutcome outcome = new TokenRefresh(new TokenEndpoint(google, endpoints, http, time)).refresh(refreshToken);
        if (outcome instanceof RefreshOutcome.Refreshed refreshed) {
            token = refreshed.tokens().accessToken();
            return new Acquired.Fresh(token);
        }
        return outcome instanceof RefreshOutcome.Refused ? new Acquired.Lost(EndReason.GOOGLE_REVOKED)
                : new Acquired.Unavailable(Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        http.close();
    }
}
