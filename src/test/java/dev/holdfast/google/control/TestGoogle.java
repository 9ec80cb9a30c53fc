package dev.holdfast.google.control;

import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.PublicUrl;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** The whole room put together by hand, against a server that does as it is told. */
final class TestGoogle implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration TIMEOUT = Duration.ofMillis(300);

    final RawServer server = new RawServer();
    final Settings settings;
    final GoogleConfig config;
    final GoogleHttp http;
    final GoogleEndpoints endpoints;
    Instant now = NOW;

    TestGoogle() throws IOException {
        this(Map.of());
    }

    TestGoogle(Map<String, String> more) throws IOException {
        settings = SettingsOf.google(server.origin(), more);
        config = new GoogleConfig(settings);
        http = new GoogleHttp(config);
        endpoints = new GoogleEndpoints(config, http, clock());
        server.on("/.well-known/openid-configuration", RawServer.json(200, discovery(server.origin(), "")));
    }

    static String discovery(String issuer, String more) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/o/oauth2/v2/auth","token_endpoint":"%1$s/token",
                 "revocation_endpoint":"%1$s/revoke","jwks_uri":"%1$s/certs"%2$s}""".formatted(issuer, more);
    }

    TokenEndpoint tokenEndpoint() {
        return new TokenEndpoint(config, endpoints, http, clock());
    }

    CodeExchange codeExchange() {
        return new CodeExchange(config, endpoints, http, new IdTokenVerifier(config, endpoints, http, clock()),
                publicUrl(), clock());
    }

    DriveApi drive() {
        return new DriveApi(config, http, clock());
    }

    PublicUrl publicUrl() {
        return new PublicUrl(URI.create("http://localhost:9080"));
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public void close() throws IOException {
        http.close();
        server.close();
    }
}
