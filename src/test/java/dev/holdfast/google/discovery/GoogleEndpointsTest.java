package dev.holdfast.google.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.openid.CallbackIssuer;
import dev.holdfast.google.wire.RawServer;
import dev.holdfast.google.wire.RawServer.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** OpenID Connect Discovery section 4, and RFC 9207 for the callback. */
class GoogleEndpointsTest {

    private static final String DOCUMENT = "/.well-known/openid-configuration";

    @Test
    void endpointsWhenFirstNeededThenFetchedOnceAndKeptForADay() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            assertEquals(0, google.server.requests().size());

            assertEquals(Optional.of(google.server.url("/token")), google.endpoints.token());
            assertEquals(Optional.of(google.server.url("/o/oauth2/v2/auth")), google.endpoints.authorization());
            assertEquals(Optional.of(google.server.url("/revoke")), google.endpoints.revocation());
            assertEquals(Optional.of(google.server.url("/certs")), google.endpoints.jwks());
            assertEquals(1, google.server.requests(DOCUMENT));

            google.now = TestGoogle.NOW.plus(Duration.ofDays(2));
            google.server.on(DOCUMENT, RawServer.html(503, ""));
            assertEquals(Optional.of(google.server.url("/token")), google.endpoints.token());
            assertEquals(2, google.server.requests(DOCUMENT));
        }
    }

    /** Any visitor can ask for this page: while Google hangs, only few of them wait for it. */
    @Test
    void authorizationWhenTheDocumentDoesNotComeThenOnlyAFewCallersWait() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (TestGoogle google = new TestGoogle(Map.of("holdfast.google.timeout", "PT6S"))) {
            google.server.on(DOCUMENT, out -> {
                answer.await();
                RawServer.json(200, TestGoogle.discovery(google.server.origin(), "")).write(out);
            });
            AtomicInteger withoutWaiting = new AtomicInteger();
            CountDownLatch eight = new CountDownLatch(8);
            List<CompletableFuture<Void>> callers = IntStream.range(0, 40).mapToObj(caller -> CompletableFuture.runAsync(() -> {
                if (google.endpoints.authorization().isEmpty()) {
                    withoutWaiting.incrementAndGet();
                    eight.countDown();
                }
            }, task -> new Thread(task).start())).toList();

            assertTrue(eight.await(30, TimeUnit.SECONDS), "the others are told at once");
            answer.countDown();
            callers.forEach(CompletableFuture::join);
            assertEquals(8, withoutWaiting.get());
            assertEquals(1, google.server.requests(DOCUMENT));
        }
    }

    @Test
    void endpointsWhenTheDocumentIsOldAndItsHostHangsThenNoOtherCallerWaits() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (TestGoogle google = new TestGoogle(Map.of("holdfast.google.timeout", "PT6S"))) {
            Optional<URI> known = google.endpoints.token();
            google.now = TestGoogle.NOW.plus(Duration.ofDays(2));
            google.server.on(DOCUMENT, out -> {
                asked.countDown();
                answer.await();
            });
            CompletableFuture<Optional<URI>> fetching = CompletableFuture.supplyAsync(google.endpoints::token);
            asked.await();

            assertEquals(known, CompletableFuture.supplyAsync(google.endpoints::token).get(5, TimeUnit.SECONDS));
            assertFalse(fetching.isDone());
            answer.countDown();
            assertEquals(known, fetching.join());
            assertEquals(known, google.endpoints.token());
            assertEquals(2, google.server.requests(DOCUMENT), "and it is left alone for a while");
        } finally {
            answer.countDown();
        }
    }

    @Test
    void endpointsWhenAllAreConfiguredThenNothingIsEverFetched() throws Exception {
        try (TestGoogle google = new TestGoogle(Map.of(
                "holdfast.google.authorization-endpoint", "http://localhost:1/a",
                "holdfast.google.token-endpoint", "http://localhost:1/t",
                "holdfast.google.revocation-endpoint", "http://localhost:1/r",
                "holdfast.google.jwks-uri", "http://localhost:1/j"))) {
            assertEquals("http://localhost:1/t", google.endpoints.token().orElseThrow().toString());
            assertFalse(google.endpoints.announcesCallbackIssuer());
            assertEquals(0, google.server.requests().size());
        }
    }

    @Test
    void endpointsWhenTheDocumentLacksTheConfiguredOneThenTheOthersAreOfUse() throws Exception {
        try (TestGoogle google = new TestGoogle(Map.of("holdfast.google.revocation-endpoint", "http://localhost:1/r"))) {
            google.server.on(DOCUMENT, RawServer.json(200, TestGoogle.discovery(google.server.origin(), "")
                    .replaceFirst("\"revocation_endpoint\":\"[^\"]*\",", "")));

            assertEquals(Optional.of(google.server.url("/token")), google.endpoints.token());
            assertEquals(Optional.of(URI.create("http://localhost:1/r")), google.endpoints.revocation());
        }
    }

    @Test
    void endpointsWhenTheDocumentLacksOneThatIsNotConfiguredThenItIsOfNoUse() throws Exception {
        try (TestGoogle google = new TestGoogle(Map.of("holdfast.google.jwks-uri", "http://localhost:1/j"))) {
            google.server.on(DOCUMENT, RawServer.json(200, TestGoogle.discovery(google.server.origin(), "")
                    .replaceFirst("\"revocation_endpoint\":\"[^\"]*\",", "")));

            assertEquals(Optional.empty(), google.endpoints.token());
        }
    }

    @Test
    void endpointsWhenOneIsConfiguredThenOnlyThatOneDiffers() throws Exception {
        try (TestGoogle google = new TestGoogle(Map.of("holdfast.google.token-endpoint", "http://localhost:1/t"))) {
            assertEquals("http://localhost:1/t", google.endpoints.token().orElseThrow().toString());
            assertEquals(0, google.server.requests().size());
            assertEquals(Optional.of(google.server.url("/revoke")), google.endpoints.revocation());
        }
    }

    @Test
    void endpointsWhenTheDocumentIsUnusableThenUnknown() throws Exception {
        try (RawServer elsewhere = new RawServer()) {
            elsewhere.on(DOCUMENT, RawServer.json(200, "{}"));
            for (Reply unusable : List.of(
                    RawServer.json(200, TestGoogle.discovery("http://127.0.0.1:1", "")),
                    RawServer.json(200, TestGoogle.discovery("https://accounts.google.com", "")),
                    RawServer.json(200, "{}"), RawServer.html(200, "<html>"), RawServer.json(500, ""), RawServer.drop(),
                    RawServer.html(302, "", "Location: " + elsewhere.url(DOCUMENT)),
                    RawServer.hang(Duration.ofSeconds(5)))) {
                try (TestGoogle google = new TestGoogle()) {
                    google.server.on(DOCUMENT, unusable);
                    assertEquals(Optional.empty(), google.endpoints.token());
                }
            }
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void endpointsWhenAnEndpointIsPlainHttpElsewhereThenUnknown() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            String document = TestGoogle.discovery(google.server.origin(), "")
                    .replace("\"" + google.server.origin() + "/token", "\"http://tokens.example.com/token");
            google.server.on(DOCUMENT, RawServer.json(200, document));
            assertEquals(Optional.empty(), google.endpoints.token());
        }
    }

    @Test
    void endpointsWhenAFetchFailedThenAskedAgainOnlyAfterAMoment() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            google.server.on(DOCUMENT, RawServer.html(503, ""),
                    RawServer.json(200, TestGoogle.discovery(google.server.origin(), "")));
            assertEquals(Optional.empty(), google.endpoints.token());
            assertEquals(Optional.empty(), google.endpoints.token());
            assertEquals(1, google.server.requests(DOCUMENT));

            google.now = TestGoogle.NOW.plusSeconds(2);
            assertTrue(google.endpoints.token().isPresent());
        }
    }

    @Test
    void issuerAcceptableWhenNotAnnouncedThenAbsentOrExactlyOnce() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            String issuer = google.server.origin();
            CallbackIssuer callback = new CallbackIssuer(google.config, google.endpoints);

            assertTrue(callback.issuerAcceptable(List.of()));
            assertTrue(callback.issuerAcceptable(List.of(issuer)));
            assertFalse(callback.issuerAcceptable(List.of(issuer, issuer)));
            assertFalse(callback.issuerAcceptable(List.of("")));
            assertFalse(callback.issuerAcceptable(List.of(issuer + "/")));
            assertFalse(callback.issuerAcceptable(List.of("https://accounts.google.com")));
        }
    }

    @Test
    void issuerAcceptableWhenAnnouncedThenItMustCome() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            google.server.on(DOCUMENT, RawServer.json(200, TestGoogle.discovery(google.server.origin(),
                    ",\"authorization_response_iss_parameter_supported\":true")));
            CallbackIssuer callback = new CallbackIssuer(google.config, google.endpoints);

            assertFalse(callback.issuerAcceptable(List.of()));
            assertTrue(callback.issuerAcceptable(List.of(google.server.origin())));
        }
    }
}
