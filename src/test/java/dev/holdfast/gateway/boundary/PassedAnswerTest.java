package dev.holdfast.gateway.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.gateway.control.GatewayOutcome;
import dev.holdfast.gateway.control.GatewayRig;
import dev.holdfast.gateway.control.UpstreamAnswer;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.wire.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of an answer that reaches the browser, and its end. */
@Timeout(30)
class PassedAnswerTest {

    private static final String PATH = "/api/v1/things";

    private final AtomicInteger brokenOff = new AtomicInteger();
    private RawServer google;
    private GatewayRig rig;

    @BeforeEach
    void start() throws IOException {
        google = new RawServer();
        rig = new GatewayRig(google.origin(), 1024);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
        google.close();
    }

    @Test
    void writeWhenGoogleSendsAllThenTheBrowserHasAllAndNothingBreaks() throws IOException {
        google.on(PATH, RawServer.answer(200, "text/plain", "hello".repeat(20_000)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        passed().write(out);

        assertEquals("hello".repeat(20_000), out.toString());
        assertEquals(0, brokenOff.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n"})
    void writeWhenGoogleBreaksThenTheConnectionToTheBrowserBreaks(String rest) throws IOException {
        google.on(PATH, RawServer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + rest));

        passed().write(new ByteArrayOutputStream());

        assertEquals(1, brokenOff.get());
    }

    @Test
    void writeWhenTheBrowserLeavesThenGooglesSideIsGivenUpAndTheSeatIsFree() {
        google.on(PATH, RawServer.answer(200, "text/plain", "hello".repeat(200_000)));
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int unit) throws IOException {
                throw new IOException("the browser has gone");
            }
        };
        for (int call = 0; call < 3 * Capacity.GATEWAY_CALLS_OF_ONE; call++) {
            assertThrows(IOException.class, () -> passed().write(gone));
        }
        assertEquals(0, brokenOff.get());
    }

    private PassedAnswer passed() {
        UpstreamAnswer answer =
                assertInstanceOf(GatewayOutcome.Answered.class, rig.call("GET", "/things")).answer();
        return new PassedAnswer(answer, () -> { }, brokenOff::incrementAndGet);
    }
}
