package dev.holdfast.google;

import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.drive.DriveApi;
import dev.holdfast.google.openid.CodeExchange;
import dev.holdfast.google.openid.IdTokenVerifier;
import dev.holdfast.google.token.TokenEndpoint;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.RawServer;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.PublicUrl;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The whole room put together by hand, against a server that answers as it is told. */
public final class TestGoogle implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    public static final Duration TIMEOUT = Duration.ofMillis(300);

    public final RawServer server = new RawServer();
    public final Settings settings;
    public final GoogleConfig config;
    public final GoogleHttp http;
    public final GoogleEndpoints endpoints;
    public final ApiCallLimits apis;
    public Instant now = NOW;

    public TestGoogle() throws IOException {
        this(Map.of());
    }

    public TestGoogle(Map<String, String> more) throws IOException {
        settings = SettingsOf.google(server.origin(), more);
        config = new GoogleConfig(settings);
        http = new GoogleHttp(config);
        endpoints = new GoogleEndpoints(config, http, clock());
        apis = new ApiCallLimits(config);
        server.on("/.well-known/openid-configuration", RawServer.json(200, discovery(server.origin(), "")));
    }

    public static String discovery(String issuer, String more) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/o/oauth2/v2/auth","token_endpoint":"%1$s/token",
                 "revocation_endpoint":"%1$s/revoke","jwks_uri":"%1$s/certs"%2$s}""".formatted(issuer, more);
    }

    public TokenEndpoint tokenEndpoint() {
        return new TokenEndpoint(config, endpoints, http, clock());
    }

    public CodeExchange codeExchange() {
        return new CodeExchange(config, endpoints, http, new IdTokenVerifier(config, endpoints, http, clock()),
                publicUrl(), clock());
    }

    public DriveApi drive() {
        return new DriveApi(config, http, apis, clock());
    }

    public PublicUrl publicUrl() {
        return new PublicUrl(URI.create("http://localhost:9080"));
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
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
