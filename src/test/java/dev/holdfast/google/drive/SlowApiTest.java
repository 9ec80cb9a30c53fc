package dev.holdfast.google.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.openid.CodeExchange;
import dev.holdfast.google.openid.ExchangeOutcome;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.RefreshOutcome;
import dev.holdfast.google.token.TokenRefresh;
import dev.holdfast.google.wire.RawServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holdfast waits for a Google that is slow to answer, and gives up on one that falls silent. */
@Timeout(60)
class SlowApiTest {

    /** Longer than {@code holdfast.google.timeout} in these tests; the head of an API's answer has five seconds. */
    private static final Duration MORE_THAN_THE_TIMEOUT = Duration.ofMillis(1_500);

    private static final AccessToken TOKEN = new AccessToken(Secret.of("ya29.drive"), Set.of(), TestGoogle.NOW, TestGoogle.NOW);
    private static final DriveFileId ID = new DriveFileId("1aB-c_d");
    private static final String FILES = "/drive/v3/files";

    private TestGoogle google;

    @BeforeEach
    void start() throws Exception {
        google = new TestGoogle(Map.of("holdfast.google.api-timeout", "PT5S"));
    }

    @AfterEach
    void stop() throws Exception {
        google.close();
    }

    @Test
    void listWhenItsAnswerBeginsLateThenItIsWaitedFor() {
        google.server.on(FILES, late(RawServer.json(200, "{\"files\":[]}")));

        assertInstanceOf(ApiAnswer.Found.class, list());
    }

    @Test
    void exportWhenItsAnswerBeginsLateThenItIsWaitedFor() {
        google.server.on(FILES + "/" + ID.value() + "/export", late(RawServer.answer(200, "application/pdf", "PDF")));

        assertInstanceOf(ApiAnswer.Found.class, google.drive().export(TOKEN, ID, "application/pdf"));
    }

    @Test
    void downloadWhenItsAnswerBeginsLateThenItIsWaitedFor() {
        google.server.on(FILES + "/" + ID.value(), late(RawServer.answer(200, "text/plain", "hello")));

        assertInstanceOf(ApiAnswer.Found.class, google.drive().download(TOKEN, ID));
    }

    @Test
    void listWhenItsBodyFallsSilentThenTheShortTimeOutCounts() {
        CountDownLatch over = new CountDownLatch(1);
        google.server.on(FILES, out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{".getBytes());
            out.flush();
            over.await();
        });

        // If the long time-out of the head counted here, only the time-out of the test would end the call.
        assertInstanceOf(ApiAnswer.Unavailable.class, list());
        over.countDown();
    }

    @Test
    void exchangeWhenTheTokenEndpointIsThatSlowThenItIsNotWaitedFor() {
        google.server.on("/token", late(RawServer.json(400, "{\"error\":\"invalid_grant\"}")));

        assertEquals(new ExchangeOutcome.Unavailable(),
                google.codeExchange().exchange(Secret.of("4/code"), Secret.of("v".repeat(43)), "nonce"));
    }

    @Test
    void listWhenTheRoomForPatientCallsIsFullThenTheNextSlowCallEndsEarlyAndPromptOnesDoNot() {
        CountDownLatch over = new CountDownLatch(1);
        for (int place = 0; place < Capacity.SLOW_API_CALLS; place++) {
            google.http.enterApi().orElseThrow().becomePatient();
        }
        google.server.on(FILES, out -> {
            over.await();
            RawServer.json(200, "{\"files\":[]}").write(out);
        });

        assertInstanceOf(ApiAnswer.Unavailable.class, list());
        over.countDown();
        assertInstanceOf(ApiAnswer.Found.class, list());
    }

    @Test
    void downloadWhenInACodingThatWasNotAskedForThenItIsNotHandedOut() {
        google.server.on(FILES + "/" + ID.value(), RawServer.answer(200, "text/plain", "packed", "Content-Encoding: gzip"));

        assertInstanceOf(ApiAnswer.Unusable.class, google.drive().download(TOKEN, ID));
        assertTrue(google.server.requests().get(0).contains("Accept-Encoding: identity"), "and none is asked for");
    }

    /** Sign-ins have permits of their own: strangers who begin them cannot use up those of refreshes. */
    @Test
    void exchangeWhenItsRoomIsFullThenTheNextIsTurnedAwayAtOnceAndARefreshGoesOn() throws InterruptedException {
        try (TestGoogle patient = new TestGoogle(Map.of("holdfast.google.timeout", "PT6S"))) {
            CountDownLatch over = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(Capacity.EXCHANGES);
            patient.server.on("/token", out -> {
                asked.countDown();
                over.await();
            });
            CodeExchange exchange = patient.codeExchange();
            var strangers = IntStream.range(0, Capacity.EXCHANGES).mapToObj(number -> CompletableFuture.supplyAsync(
                    () -> exchange.exchange(Secret.of("4/made-up"), Secret.of("v".repeat(43)), "nonce"),
                    task -> new Thread(task).start())).toList();
            asked.await();

            assertEquals(new ExchangeOutcome.TurnedAway(),
                    exchange.exchange(Secret.of("4/code"), Secret.of("v".repeat(43)), "nonce"));
            assertEquals(Capacity.EXCHANGES, patient.server.requests("/token"));
            patient.server.on("/token", RawServer.json(200, "{\"access_token\":\"ya29.x\",\"expires_in\":60}"));
            assertInstanceOf(RefreshOutcome.Refreshed.class,
                    new TokenRefresh(patient.tokenEndpoint()).refresh(Secret.of("1//refresh")));
            over.countDown();
            strangers.forEach(CompletableFuture::join);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private ApiAnswer<?> list() {
        return google.drive().list(TOKEN, new DriveQuery(Optional.empty(), 25, Optional.empty()));
    }

    private static RawServer.Reply late(RawServer.Reply reply) {
        return out -> {
            Thread.sleep(MORE_THAN_THE_TIMEOUT.toMillis());
            reply.write(out);
        };
    }
}
