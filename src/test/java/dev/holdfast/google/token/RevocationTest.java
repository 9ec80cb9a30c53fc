package dev.holdfast.google.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.wire.RawServer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RevocationTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("DONE", RawServer.json(200, "{}")),
                Arguments.of("DONE", RawServer.answer(200, "text/plain", "")),
                Arguments.of("DONE", RawServer.json(400, "{\"error\":\"invalid_token\"}")),
                Arguments.of("DONE", RawServer.json(400, "{\"error\":\"invalid_request\"}")),
                Arguments.of("RETRY", RawServer.json(400, "{\"error\":\"something_else\"}")),
                Arguments.of("RETRY", RawServer.html(400, "")),
                Arguments.of("RETRY", RawServer.json(401, "{\"error\":\"invalid_token\"}")),
                Arguments.of("RETRY", RawServer.html(404, "<html>")),
                Arguments.of("RETRY", RawServer.json(429, "{\"error\":\"invalid_token\"}")),
                Arguments.of("RETRY", RawServer.html(302, "", "Location: /elsewhere")),
                Arguments.of("RETRY", RawServer.html(503, "")),
                Arguments.of("RETRY", RawServer.drop()),
                Arguments.of("RETRY", RawServer.hang(Duration.ofSeconds(5))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void revokeWhenGoogleAnswersThenDoneOrAgain(String outcome, RawServer.Reply reply) throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            google.server.on("/revoke", reply);
            assertEquals(RevocationOutcome.valueOf(outcome), revoke(google));
        }
    }

    @Test
    void revokeWhenSentThenPostedInTheBody() throws Exception {
        try (TestGoogle google = new TestGoogle()) {
            google.server.on("/revoke", RawServer.json(200, "{}"));
            revoke(google);

            String request = google.server.requests().get(1);
            assertTrue(request.startsWith("POST /revoke HTTP/1.1\r\n"), request);
            assertTrue(request.endsWith("\r\n\r\ntoken=1%2F%2Fdead+and+gone"), request);
        }
    }

    private static RevocationOutcome revoke(TestGoogle google) {
        return new Revocation(google.endpoints, google.http).revoke(Secret.of("1//dead and gone"));
    }
}
