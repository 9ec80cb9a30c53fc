package dev.holdfast.signin.control;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.google.openid.CallbackIssuer;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.settings.entity.PublicUrl;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real room google with every endpoint configured, so that nothing is ever fetched. */
final class GoogleAtHome {

    static final String ISSUER = "http://127.0.0.1:1";
    static final String OPTIONAL_SCOPE = "https://www.googleapis.com/auth/calendar.readonly";

    private static final String PREFIX = "holdfast.google.";

    final GoogleConfig config;
    private final GoogleEndpoints endpoints;

    private GoogleAtHome(Map<String, String> values) {
        config = new GoogleConfig(SettingsOf.map(values));
        endpoints = new GoogleEndpoints(config, new GoogleHttp(config), Clock.systemUTC());
    }

    static GoogleAtHome configured() {
        Map<String, String> values = basics();
        for (String endpoint : List.of("authorization-endpoint", "token-endpoint", "revocation-endpoint", "jwks-uri")) {
            values.put(PREFIX + endpoint, ISSUER + "/" + endpoint);
        }
        return new GoogleAtHome(values);
    }

    /** Returns a Google whose endpoints cannot be fetched: nothing listens at the issuer. */
    static GoogleAtHome away() {
        return new GoogleAtHome(basics());
    }

    AuthorizationRequests requests() {
        return new AuthorizationRequests(config, endpoints, new PublicUrl(URI.create("http://localhost:9080")));
    }

    CallbackIssuer callbackIssuer() {
        return new CallbackIssuer(config, endpoints);
    }

    private static Map<String, String> basics() {
        return new HashMap<>(Map.of(PREFIX + "client-id", "client", PREFIX + "client-secret", "secret",
                PREFIX + "issuer", ISSUER, PREFIX + "scopes", "openid profile https://www.googleapis.com/auth/drive.readonly",
                PREFIX + "optional-scopes", "email " + OPTIONAL_SCOPE));
    }
}
