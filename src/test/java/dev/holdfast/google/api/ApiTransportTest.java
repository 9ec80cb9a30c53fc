package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GZipEncoding;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.InputStreamContent;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.RawServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The transport of an API client, on the wire; the time-out here is 800 ms. */
@Timeout(30)
class ApiTransportTest {

    private static final int PIECE = 64 * 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer api;
    private final DisabledApis disabled = new DisabledApis(System::nanoTime);
    private GoogleHttp http;
    private ApiTransport transport;

    @BeforeEach
    void open() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        api.setExecutor(threads);
        api.start();
        transport(origin());
    }

    @AfterEach
    void close() {
        http.close();
        api.stop(0);
        threads.shutdownNow();
    }

    @Test
    void executeWhenABodyIsSentThenEveryMethodAndHeaderArrivesAsItIs() throws IOException {
        api.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Seen", exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("X-Asked") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        for (String method : new String[] {"POST", "PUT", "PATCH"}) {
            HttpRequest request = request(method, "/echo", ByteArrayContent.fromString("text/x", "däta"));
            request.getHeaders().set("X-Asked", "so");
            HttpResponse response = request.execute();
            assertTrue(transport.supportsMethod(method), method);
            assertEquals(method + " so text/x", response.getHeaders().getFirstHeaderStringValue("X-Seen"));
            assertArrayEquals("däta".getBytes(StandardCharsets.UTF_8), response.getContent().readAllBytes());
        }
        assertEquals(200, request("DELETE", "/echo", null).execute().getStatusCode());
    }

    @Test
    void executeWhenTheClientPacksThenBothSidesUnpack() throws IOException {
        api.createContext("/packed", exchange -> {
            byte[] body = new GZIPInputStream(exchange.getRequestBody()).readAllBytes();
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(body);
            }
        });
        HttpRequest request = request("POST", "/packed", ByteArrayContent.fromString("text/plain", "packed"));
        request.setEncoding(new GZipEncoding());

        assertEquals("packed", request.execute().parseAsString());
    }

    @Test
    void executeWhenABodyIsLargeThenItLeavesAsItComes() throws IOException {
        CountDownLatch begun = new CountDownLatch(1);
        api.createContext("/upload", exchange -> {
            exchange.getRequestBody().readNBytes(PIECE);
            begun.countDown();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        InputStream source = new InputStream() {
            private int left = 8 * PIECE;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                if (left < 6 * PIECE) {
                    await(begun);
                }
                left -= count;
                return left < 0 ? -1 : count;
            }
        };
        assertEquals(200, request("PUT", "/upload", new InputStreamContent("a/b", source)).execute().getStatusCode());
    }

    @Test
    void executeWhenTheSourceTakesItsTimeThenTheUploadLives() throws IOException {
        api.createContext("/slow", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        InputStream source = new ByteArrayInputStream(new byte[10]) {
            @Override
            public synchronized int read(byte[] bytes, int from, int count) {
                pause(Duration.ofSeconds(2));
                return super.read(bytes, from, count);
            }
        };
        assertEquals(200, request("PUT", "/slow", new InputStreamContent("a/b", source)).execute().getStatusCode());
    }

    @Test
    void executeWhenTheServerDoesNotReadTheUploadThenItEnds() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            http.close();
            transport("http://127.0.0.1:" + deaf.getLocalPort());
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    return 'x';
                }

                @Override
                public int read(byte[] bytes, int from, int count) {
                    return count;
                }
            };
            HttpRequest request = transport.createRequestFactory().buildPutRequest(
                    new GenericUrl("http://127.0.0.1:" + deaf.getLocalPort() + "/"), new InputStreamContent("a/b", endless));
            GoogleTrouble trouble = assertTimeoutPreemptively(Duration.ofSeconds(5),
                    () -> assertThrows(GoogleTrouble.class, request::execute));
            assertEquals("timeout", trouble.code());
        }
    }

    @Test
    void contentWhenLargeThenItArrivesAsItComesAndMayBeLeft() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        api.createContext("/download", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[PIECE]);
            exchange.getResponseBody().flush();
            await(read);
            while (true) {
                exchange.getResponseBody().write(new byte[PIECE]);
            }
        });
        HttpResponse response = request("GET", "/download", null).execute();
        assertEquals(PIECE, response.getContent().readNBytes(PIECE).length);
        read.countDown();
        assertTimeoutPreemptively(Duration.ofSeconds(5), response::disconnect);
    }

    @Test
    void contentWhenItBreaksThenItNeverLooksComplete() throws IOException {
        try (RawServer broken = new RawServer()) {
            http.close();
            transport(broken.origin());
            broken.on("/half", RawServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
            HttpResponse response = transport.createRequestFactory()
                    .buildGetRequest(new GenericUrl(broken.origin() + "/half")).execute();
            assertThrows(GoogleTrouble.class, () -> response.getContent().readAllBytes());
        }
    }

    @Test
    void executeWhenCalledAgainThenTheConnectionServesAgain() throws IOException {
        Set<InetSocketAddress> peers = ConcurrentHashMap.newKeySet();
        api.createContext("/json", exchange -> {
            peers.add(exchange.getRemoteAddress());
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        for (int call = 0; call < 3; call++) {
            HttpResponse response = request("GET", "/json", null).execute();
            assertEquals('{', response.getContent().read());
            response.getContent().close();
        }
        assertEquals(1, peers.size());
    }

    @Test
    void executeWhenTheApiIsSilentThenTroubleWithinTheBound() {
        CountDownLatch never = new CountDownLatch(1);
        api.createContext("/silent", exchange -> await(never));

        GoogleTrouble trouble = assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> assertThrows(GoogleTrouble.class,
                        () -> request("GET", "/silent", null).setReadTimeout(1).execute()), "1 s is the least");
        assertEquals("timeout", trouble.code());
        assertTrue(never.getCount() > 0);
    }

    /** Its time-out here is 800 ms, for connecting and between two pieces of a body. */
    @Test
    void executeWhenTheClientIsToldToWaitThenASlowAnswerIsWaitedFor() throws IOException {
        api.createContext("/converts", exchange -> {
            pause(Duration.ofSeconds(2));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        assertEquals(200, request("GET", "/converts", null).setReadTimeout(20_000).execute().getStatusCode());
        GoogleTrouble trouble = assertThrows(GoogleTrouble.class,
                () -> request("GET", "/converts", null).setReadTimeout(1_000).execute());
        assertEquals("timeout", trouble.code());
    }

    @Test
    void executeWhenOnePersonHasTooManyCallsThenTheNextIsTurnedAwayAndAnotherPersonsIsNot() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(CallSeats.MOST_FOR_ONE);
        api.createContext("/slow", exchange -> {
            asked.countDown();
            await(over);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        api.createContext("/quick", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        CallSeats seats = new CallSeats(Duration.ofMillis(100));
        ApiTransport adas = new ApiTransport(http, seats, disabled, new UUID(0, 1));
        for (int call = 0; call < CallSeats.MOST_FOR_ONE; call++) {
            threads.submit(() -> get(adas, "/slow"));
        }
        asked.await();

        GoogleTrouble trouble = assertThrows(GoogleTrouble.class, () -> get(adas, "/quick"));
        assertEquals("busy", trouble.code());
        assertEquals(200, get(new ApiTransport(http, seats, disabled, new UUID(0, 2)), "/quick"));
        over.countDown();
    }

    @Test
    void executeWhenTheApiIsNotEnabledThenItIsKnownAndTheClientReadsTheWholeRefusal() throws IOException {
        String refusal = "{\"error\":{\"code\":403,\"details\":[{\"reason\":\"SERVICE_DISABLED\","
                + "\"metadata\":{\"service\":\"people.googleapis.com\"}}]}}";
        refuse("/people/v1/me", refusal, false);
        refuse("/people/v1/packed", refusal, true);
        for (String path : new String[] {"/people/v1/me", "/people/v1/packed"}) {
            HttpRequest request = request("GET", path, null).setThrowExceptionOnExecuteError(false);
            assertEquals(refusal, request.execute().parseAsString(), path);
            assertEquals(List.of("people.googleapis.com"), disabledApis(), path);

            disabled.worked(ApiName.of(URI.create(origin() + path)));
            assertEquals(List.of(), disabledApis());
        }
    }

    @Test
    void executeWhenA403IsOfAnotherKindThenNoApiIsSuspected() throws IOException {
        String large = "{\"error\":{\"errors\":[{\"reason\":\"forbidden\"}],\"message\":\"" + "x".repeat(3 * PIECE) + "\"}}";
        refuse("/people/v1/large", large, false);
        refuse("/people/v1/html", "<html>", false);
        refuse("/people/v1/none", "", false);

        for (Map.Entry<String, String> each : Map.of("large", large, "html", "<html>", "none", "").entrySet()) {
            HttpRequest request = request("GET", "/people/v1/" + each.getKey(), null).setThrowExceptionOnExecuteError(false);
            assertEquals(each.getValue(), request.execute().parseAsString());
        }
        assertEquals(List.of(), disabledApis());
    }

    @Test
    void executeWhenTheApiWorksAgainThenItIsForgotten() throws IOException {
        refuse("/people/v1/me", "{\"error\":{\"errors\":[{\"reason\":\"accessNotConfigured\"}]}}", false);
        assertThrows(HttpResponseException.class, () -> request("GET", "/people/v1/me", null).execute());
        assertEquals(List.of("people"), disabledApis(), "by the request, where the answer names none");
        api.createContext("/people/v1/ok", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        request("GET", "/people/v1/ok", null).execute();

        assertEquals(List.of(), disabledApis());
    }

    private List<String> disabledApis() {
        return disabled.known().stream().map(each -> each.api().value()).toList();
    }

    private void refuse(String path, String body, boolean packed) {
        api.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
            if (packed) {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(403, 0);
            try (OutputStream out = packed ? new GZIPOutputStream(exchange.getResponseBody()) : exchange.getResponseBody()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private int get(ApiTransport through, String path) throws IOException {
        return through.createRequestFactory().buildGetRequest(new GenericUrl(origin() + path)).execute().getStatusCode();
    }

    private void transport(String origin) {
        GoogleConfig config = new GoogleConfig(SettingsOf.google(origin, Map.of("holdfast.google.timeout", "PT0.8S")));
        http = new GoogleHttp(config);
        transport = new ApiTransport(http, new CallSeats(Duration.ofSeconds(1)), disabled, UUID.randomUUID());
    }

    private String origin() {
        return "http://127.0.0.1:" + api.getAddress().getPort();
    }

    private HttpRequest request(String method, String path, HttpContent content) throws IOException {
        return transport.createRequestFactory().buildRequest(method, new GenericUrl(origin() + path), content);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IOException(stopping);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
