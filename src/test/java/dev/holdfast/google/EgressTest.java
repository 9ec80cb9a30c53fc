package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.token.RefreshOutcome;
import dev.holdfast.google.token.RefreshOutcome.Unavailable;
import dev.holdfast.google.token.TokenEndpoint;
import dev.holdfast.google.token.TokenRefresh;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.RawServer;
import dev.holdfast.settings.control.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way out to Google: through a proxy where there is one. */
@Timeout(60)
@Isolated("it changes properties of the JVM")
class EgressTest {

    private static final String BASIC = "Proxy-Authorization: Basic aG9sZGZhc3Q6cMOkc3M6d29yZA==";
    private static final List<String> OF_THE_JVM =
            List.of("http.proxyHost", "http.proxyPort", "https.proxyHost", "https.proxyPort", "http.nonProxyHosts");

    @TempDir Path folder;

    private RawServer proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = new RawServer();
    }

    @AfterEach
    void stop() throws IOException {
        OF_THE_JVM.forEach(System::clearProperty);
        proxy.close();
    }

    @Test
    void callWhenAProxyIsSetThenItIsAskedForTheWholeAddressWithItsCredentials() throws Exception {
        String google = "http://127.0.0.1:1";
        proxy.on(google + "/token", RawServer.json(200, "{\"access_token\":\"ya29.x\",\"expires_in\":60}"));

        assertTrue(refresh(google, credentials("holdfast:päss:word\n")) instanceof RefreshOutcome.Refreshed);

        String request = proxy.requests().get(0);
        assertTrue(request.startsWith("POST " + google + "/token HTTP/1.1\r\n"), request);
        assertTrue(request.contains(BASIC), request);
    }

    @Test
    void callWhenGoogleIsHttpsThenTheProxySeesATunnelAndNoSecretOfOurs() throws Exception {
        proxy.on("accounts.example:443", RawServer.raw("HTTP/1.1 200 Connected\r\n\r\n"));

        assertEquals("connection_failed", code(refresh("https://accounts.example", credentials("holdfast:päss:word"))),
                "what is behind this proxy is no Google");

        assertEquals(1, proxy.requests().size());
        String request = proxy.requests().get(0);
        assertTrue(request.startsWith("CONNECT accounts.example:443 HTTP/1.1\r\n"), request);
        assertTrue(request.contains(BASIC), request);
        assertFalse(request.contains("refresh"), request);
    }

    @ParameterizedTest
    @CsvSource({
        "407, proxy_authentication_required", "403, proxy_refused", "502, proxy_refused", "302, proxy_refused"})
    void callWhenTheProxyRefusesTheTunnelThenThatIsNoAnswerOfGoogles(int status, String code) {
        proxy.on("accounts.example:443", RawServer.json(status, "{\"error\":\"invalid_grant\"}"));

        assertEquals(code, code(refresh("https://accounts.example", Map.of())));
    }

    @Test
    void callWhenTheProxyWantsCredentialsInTheClearThenThatIsNoAnswerOfGoogles() {
        proxy.on("http://127.0.0.1:1/token", RawServer.json(407, "{\"error\":\"invalid_grant\"}"));

        assertEquals("proxy_authentication_required", code(refresh("http://127.0.0.1:1", Map.of())));
    }

    @Test
    void callWhenTheProxyCannotBeReachedThenThatIsSaid() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertEquals("proxy_unreachable", code(refresh("https://accounts.example",
                Map.of("holdfast.google.proxy", "127.0.0.1:" + port))));
    }

    @Test
    void callWhenTheJvmNamesAProxyThenItIsAsked() {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", proxyPort());
        System.setProperty("http.nonProxyHosts", "");
        proxy.on("http://localhost:1/token", RawServer.json(200, "{\"access_token\":\"ya29.x\",\"expires_in\":60}"));

        assertTrue(refreshWith("http://localhost:1", Map.of()) instanceof RefreshOutcome.Refreshed);
        assertEquals(1, proxy.requests("http://localhost:1/token"));
    }

    @Test
    void proxyForWhenTheJvmExemptsAHostThenThereIsNone() {
        System.setProperty("https.proxyHost", "proxy.example");
        System.setProperty("https.proxyPort", "3128");
        System.setProperty("http.nonProxyHosts", "*.inside.example");
        Egress egress = new GoogleConfig(SettingsOf.google("https://accounts.example", Map.of())).egress();

        assertEquals(Optional.of("proxy.example:3128"), egress.proxyFor(URI.create("https://oauth2.googleapis.com/token")));
        assertEquals(Optional.empty(), egress.proxyFor(URI.create("https://google.inside.example/token")));
        assertEquals(Optional.empty(), egress.authorization());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "http://proxy:1", "proxy:0", "proxy:70000", ":3128", "user@proxy:3128", "pro xy:1", "a:b:1"})
    void settingsWhenTheAddressIsNoneThenItIsNamed(String address) {
        assertEquals("holdfast.google.proxy", fault(Map.of("holdfast.google.proxy", address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password alone", "user:pass\nmore", ":password"})
    void settingsWhenTheFileHoldsNoCredentialsThenItIsNamed(String content) throws IOException {
        Map<String, String> settings = new HashMap<>(credentials(content));
        settings.put("holdfast.google.proxy", "proxy.example:3128");

        assertEquals("holdfast.google.proxy-credentials-file", fault(settings));
    }

    @Test
    void settingsWhenThereAreCredentialsAndNoProxyThenTheyAreNamed() throws IOException {
        assertEquals("holdfast.google.proxy-credentials-file", fault(credentials("user:password")));
    }

    @Test
    void settingsWhenTheAddressIsOneOfVersion6ThenItIsTaken() {
        Egress egress = new GoogleConfig(SettingsOf.google("https://accounts.example",
                Map.of("holdfast.google.proxy", "[::1]:3128"))).egress();

        assertEquals(Optional.of("[::1]:3128"), egress.proxyFor(URI.create("https://accounts.example")));
    }

    private static String fault(Map<String, String> more) {
        Settings settings = SettingsOf.google("https://accounts.example", more);
        new GoogleConfig(settings);
        assertEquals(1, settings.faults().size(), settings.faults()::toString);
        return settings.faults().get(0).key();
    }

    private RefreshOutcome refresh(String google, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("holdfast.google.proxy", "127.0.0.1:" + proxyPort()));
        settings.putAll(more);
        return refreshWith(google, settings);
    }

    private static RefreshOutcome refreshWith(String google, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("holdfast.google.timeout", "PT3S"));
        for (String endpoint : List.of("authorization-endpoint", "token-endpoint", "revocation-endpoint", "jwks-uri")) {
            settings.put("holdfast.google." + endpoint, google + "/token");
        }
        settings.putAll(more);
        GoogleConfig config = new GoogleConfig(SettingsOf.google(google, settings));
        GoogleHttp http = new GoogleHttp(config);
        try {
            GoogleEndpoints endpoints = new GoogleEndpoints(config, http, Clock.systemUTC());
            return new TokenRefresh(new TokenEndpoint(config, endpoints, http, Clock.systemUTC()))
                    .refresh(Secret.of("1//refresh"));
        } finally {
            http.close();
        }
    }

    private static String code(RefreshOutcome outcome) {
        return outcome instanceof Unavailable unavailable ? unavailable.code() : outcome.toString();
    }

    private Map<String, String> credentials(String content) throws IOException {
        return Map.of("holdfast.google.proxy-credentials-file",
                Files.writeString(folder.resolve("proxy-credentials"), content).toString());
    }

    private String proxyPort() {
        return proxy.origin().substring(proxy.origin().lastIndexOf(':') + 1);
    }
}
