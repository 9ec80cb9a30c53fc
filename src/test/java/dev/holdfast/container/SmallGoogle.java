package dev.holdfast.container;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The part of Google that custody needs, where the server for tests looks for it: discovery, tokens and revocation. */
final class SmallGoogle implements AutoCloseable {

    private static final String ORIGIN = "http://127.0.0.1:" + RealWar.GOOGLE_PORT;

    private final HttpServer server;
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile int tokenStatus = 200;
    private volatile String tokenAnswer = token("fresh", "");
    private volatile int revocationStatus = 200;

    private SmallGoogle(HttpServer server) {
        this.server = server;
    }

    static SmallGoogle open() throws IOException {
        SmallGoogle google = new SmallGoogle(HttpServer.create(new InetSocketAddress("127.0.0.1", RealWar.GOOGLE_PORT), 0));
        google.server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        google.server.createContext("/token", exchange -> {
            google.refreshes.incrementAndGet();
            answer(exchange, google.tokenStatus, google.tokenAnswer);
        });
        google.server.createContext("/revoke", exchange -> answer(exchange, google.revocationStatus, "{}"));
        google.server.start();
        return google;
    }

    /** Returns a successful answer; {@code more} are further members, such as {@code ,"refresh_token":"next"}. */
    static String token(String value, String more) {
        return "{\"access_token\":\"" + value + "\",\"expires_in\":3599,\"token_type\":\"Bearer\",\"scope\":\"openid\""
                + more + "}";
    }

    void answersTokens(int status, String body) {
        tokenStatus = status;
        tokenAnswer = body;
    }

    void answersRevocations(int status) {
        revocationStatus = status;
    }

    int refreshes() {
        return refreshes.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String discovery() {
        return "{\"issuer\":\"" + ORIGIN + "\",\"authorization_endpoint\":\"" + ORIGIN + "/auth\",\"token_endpoint\":\""
                + ORIGIN + "/token\",\"jwks_uri\":\"" + ORIGIN + "/certs\",\"revocation_endpoint\":\"" + ORIGIN + "/revoke\","
                + "\"subject_types_supported\":[\"public\"],\"response_types_supported\":[\"code\"],"
                + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
