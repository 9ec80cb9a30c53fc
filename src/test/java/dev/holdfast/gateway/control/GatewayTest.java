package dev.holdfast.gateway.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.gateway.entity.AllowRule;
import dev.holdfast.gateway.entity.CheckedRequest;
import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.gateway.entity.RequestHeaders;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.wire.RawServer;
import dev.holdfast.google.wire.RawServer.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that go to Google through the gateway, their number, and the answers, against a server that answers as it is told. */
@Timeout(30)
class GatewayTest {

    private static final String PATH = "/api/v1/things";
    private static final int MOST = 300 * 1024;
    private static final Reply FINE = RawServer.json(200, "{}");
    private static final Reply REFUSED_TOKEN = RawServer.json(401, "{}");
    private static final Reply DOWN = RawServer.json(503, "{}", "Retry-After: 3");

    private RawServer google;
    private GatewayRig rig;

    @BeforeEach
    void start() throws IOException {
        google = new RawServer();
        rig = new GatewayRig(google.origin(), MOST);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
        google.close();
    }

    @Test
    void callWhenAllowedThenTheRequestIsBuiltOfItsPartsAndTheAnswerPasses() throws IOException {
        google.on(PATH, RawServer.json(200, "{\"a\":1}", "ETag: \"1\""));
        Map<String, String> headers = Map.of("Accept", "application/json", "If-None-Match", "\"0\"", "X-Goog-FieldMask", "a");

        try (UpstreamAnswer answer = answered(rig.call(new GatewayRequest("GET", "/things", "b=2&a=x%2By&b=1",
                Optional.of(new RequestHeaders(headers, Optional.empty())), OptionalLong.empty(), none())))) {
            assertEquals(200, answer.status());
            assertEquals(Optional.of("\"1\""), answer.header("ETag"));
            assertEquals("{\"a\":1}", new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        String sent = google.requests().get(0);
        assertTrue(sent.startsWith("GET " + PATH + "?b=2&b=1&a=x%2By HTTP/1.1\r\n"), sent);
        for (String line : List.of("Authorization: Bearer token-1", "Accept: application/json", "If-None-Match: \"0\"",
                "X-Goog-FieldMask: a", "Accept-Encoding: identity", "User-Agent: holdfast")) {
            assertTrue(sent.toLowerCase().contains("\r\n" + line.toLowerCase() + "\r\n"), line + " in " + sent);
        }
        assertFalse(sent.toLowerCase().contains("cookie"), sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void callWhenItHasABodyThenItArrivesOnce(String method) throws IOException {
        google.on(PATH, FINE);

        answered(rig.call(body(method, "hello".getBytes()))).close();

        assertEquals(1, google.requests().size());
        String sent = google.requests().get(0);
        assertTrue(sent.startsWith(method + " ") && sent.endsWith("\r\n\r\nhello") && sent.contains("text/x"), sent);
    }

    @ParameterizedTest
    @CsvSource({"POST, true", "PUT, true", "PATCH, true", "DELETE, false", "GET, false"})
    void callWhenItHasNoBodyThenTheLengthIsNoughtOrUntold(String method, boolean told) throws IOException {
        google.on(PATH, FINE);

        answered(rig.call(method, "/things")).close();

        String sent = google.requests().get(0).toLowerCase();
        assertEquals(told, sent.contains("content-length: 0\r\n"), sent);
        assertFalse(sent.contains("transfer-encoding"), sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 206, 304})
    void callWhenGoogleAnswersWellThenItsStatusPasses(int status) throws IOException {
        google.on(PATH, RawServer.raw("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

        try (UpstreamAnswer answer = answered(rig.call("GET", "/things"))) {
            assertEquals(status, answer.status());
        }
    }

    @Test
    void callWhenTheRulesForbidItThenGoogleIsNotAsked() {
        GatewayApi readOnly = rig.api(60, "GET /things " + GatewayRig.SCOPE);

        assertEquals(new GatewayOutcome.NotAllowed(new CheckedRequest.MethodClosed(Set.of("GET"))),
                rig.call(GatewayRig.ADA, readOnly, body("POST", new byte[0])));
        assertEquals(new GatewayOutcome.NotAllowed(new CheckedRequest.Unreachable()),
                rig.call(GatewayRig.ADA, readOnly, GatewayRig.request("GET", "/other", OptionalLong.empty(), none())));
        assertEquals(List.of(), google.requests());
    }

    @Test
    void callWhenAScopeOfTheRuleIsMissingThenGoogleIsNotAsked() {
        GatewayApi other = rig.api(60, "GET /things " + GatewayRig.SCOPE + " https://www.googleapis.com/auth/other");

        assertEquals(new GatewayOutcome.NoToken(
                        new Acquired.ScopeMissing(Set.of("https://www.googleapis.com/auth/other"))),
                rig.call(GatewayRig.ADA, other, GatewayRig.request("GET", "/things", OptionalLong.empty(), none())));
        assertEquals(List.of(), google.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void callWhenTheTokenIsRefusedThenOneForcedRefreshAndOneRepetition(String method) throws IOException {
        google.on(PATH, REFUSED_TOKEN, FINE);

        answered(rig.call(body(method, "hello".getBytes()))).close();

        assertEquals(2, google.requests().size());
        assertEquals(1, rig.desk.forced);
        assertTrue(google.requests().get(1).contains("Bearer token-2"));
        assertEquals(method.equals("POST"), google.requests().get(1).endsWith("hello"));
    }

    @Test
    void callWhenTheTokenIsRefusedTwiceThenThatIsTheAnswer() {
        google.on(PATH, REFUSED_TOKEN);

        assertEquals(401, refusedWith(rig.call("GET", "/things")));
        assertEquals(2, google.requests().size());
        assertEquals(1, rig.desk.forced);
    }

    @Test
    void callWhenTheTokenIsRefusedAndTheBodyWasNotKeptThenTheClientRepeats() {
        google.on(PATH, REFUSED_TOKEN);

        assertInstanceOf(GatewayOutcome.RepeatYourself.class,
                rig.call(body("POST", new byte[RequestBody.KEPT + 1])));
        assertEquals(1, google.requests().size());
        assertEquals(1, rig.desk.forced, "the next request has a good token");
    }

    @Test
    void callWhenTheBodyIsJustKeptThenItIsRepeatedWhole() throws IOException {
        google.on(PATH, REFUSED_TOKEN, FINE);

        answered(rig.call(body("POST", "x".repeat(RequestBody.KEPT).getBytes()))).close();

        assertTrue(google.requests().get(1).endsWith("\r\n\r\n" + "x".repeat(RequestBody.KEPT)));
    }

    @Test
    void readsWhenGoogleStumblesOnceThenTheyAreRepeatedOnceAndNothingElseIs() throws IOException {
        for (Reply stumble : List.of(DOWN, RawServer.drop())) {
            for (String method : AllowRule.METHODS) {
                google.on(PATH, stumble, FINE);
                int before = google.requests().size();
                GatewayOutcome outcome = rig.call(body(method, new byte[0]));
                boolean isRead = Set.of("GET", "HEAD").contains(method);
                assertEquals(isRead ? 2 : 1, google.requests().size() - before, method);
                assertEquals(isRead, outcome instanceof GatewayOutcome.Answered, method + " " + outcome);
                close(outcome);
            }
        }
    }

    @Test
    void readsWhenGoogleKeepsStumblingThenTwoCalls() {
        for (List<Reply> replies : List.of(List.of(DOWN, DOWN, FINE), List.of(RawServer.drop(), RawServer.drop(), FINE),
                List.of(DOWN, RawServer.drop(), FINE), List.of(RawServer.drop(), DOWN, FINE))) {
            google.on(PATH, replies.toArray(Reply[]::new));
            int before = google.requests().size();
            assertFalse(rig.call("GET", "/things") instanceof GatewayOutcome.Answered);
            assertEquals(2, google.requests().size() - before);
        }
    }

    @Test
    void readsWhenTheTokenIsRefusedAsWellThenStillOneRefreshAndOneRepetitionOfEach() throws IOException {
        google.on(PATH, DOWN, REFUSED_TOKEN, FINE);

        answered(rig.call("GET", "/things")).close();

        assertEquals(3, google.requests().size());
        google.on(PATH, REFUSED_TOKEN, DOWN, REFUSED_TOKEN, FINE);
        assertEquals(401, refusedWith(rig.call("GET", "/things")));
        assertEquals(6, google.requests().size());
    }

    @Test
    void readsWhenGoogleIsSilentThenTheyAreNotRepeated() {
        google.on(PATH, RawServer.hang(Duration.ofSeconds(20)));

        assertEquals("timeout", assertInstanceOf(GatewayOutcome.NoAnswer.class, rig.call("GET", "/things")).trouble().code());
        assertEquals(1, google.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "HTTP/1.1 302 Found\r\nLocation: /api/v1/trap\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 307 Redirect\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 308 Resume\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\nno end"})
    void callWhenTheAnswerIsOfNoUseThenItIsNeitherPassedOnNorFollowed(String answer) {
        google.on(PATH, RawServer.raw(answer)).on("/api/v1/trap", FINE);

        assertInstanceOf(GatewayOutcome.Unusable.class, rig.call("GET", "/things"));
        assertEquals(1, google.requests().size());
    }

    @Test
    void callWhenTheFormTellsItsEndThenNoLengthIsNeeded() throws IOException {
        google.on(PATH, RawServer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: 1\n\n"));

        try (UpstreamAnswer answer = answered(rig.call("GET", "/things"))) {
            assertEquals("data: 1\n\n", new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"})
    void callWhenTheAnswerBreaksThenItsBodyNeverJustEnds(String rest) throws IOException {
        google.on(PATH, RawServer.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + rest));

        try (UpstreamAnswer answer = answered(rig.call("GET", "/things"))) {
            assertThrows(IOException.class, () -> answer.body().readAllBytes());
        }
        assertEquals(1, google.requests().size());
    }

    @Test
    void callWhenGoogleForbidsThenItsReasonsAreKept() {
        google.on(PATH, RawServer.json(403, "{\"error\":{\"errors\":[{\"reason\":\"domainPolicy\"}]}}"));

        GatewayOutcome outcome = rig.call("POST", "/things");

        assertTrue(assertInstanceOf(GatewayOutcome.Refused.class, outcome).refusal().getContent().contains("domainPolicy"));
        assertEquals(0, rig.desk.forced);
    }

    @Test
    void callWhenTheBodyIsTooLargeThenItIsCutOff() {
        google.on(PATH, FINE);

        assertEquals(new GatewayOutcome.TooLarge(), rig.call(
                GatewayRig.request("POST", "/things", OptionalLong.of(MOST + 1), none())), "by what it says");
        assertEquals(List.of(), google.requests());
        google.on(PATH, RawServer.hang(Duration.ofSeconds(20)));
        assertEquals(new GatewayOutcome.TooLarge(), rig.call(GatewayRig.request("POST", "/things", OptionalLong.empty(),
                new ByteArrayInputStream(new byte[MOST + 1]))), "by what it is");
        assertEquals(new GatewayOutcome.TooLarge(), new GatewayRigOf(google, 2048).call(new byte[2049]), "before it is sent");
    }

    private record GatewayRigOf(RawServer google, long most) {
        GatewayOutcome call(byte[] body) {
            try (GatewayRig small = new GatewayRig(google.origin(), most)) {
                return small.call(GatewayRig.request("POST", "/things", OptionalLong.empty(), new ByteArrayInputStream(body)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, RequestBody.KEPT + 10})
    void callWhenTheClientsBodyBreaksThenGoogleIsNotBlamed(int after) {
        google.on(PATH, FINE);

        assertEquals(new GatewayOutcome.BodyBroken(), rig.call(GatewayRig.request("POST", "/things", OptionalLong.of(MOST),
                new InputStream() {
                    private int left = after;

                    @Override
                    public int read() throws IOException {
                        if (left-- > 0) {
                            return 'x';
                        }
                        throw new IOException("the client has gone");
                    }
                })));
    }

    @Test
    void callWhenOnePersonHasAllSeatsThenOthersAreServed() throws IOException {
        google.on(PATH, FINE);
        List<UpstreamAnswer> open = new ArrayList<>();
        for (int call = 0; call < Capacity.GATEWAY_CALLS_OF_ONE; call++) {
            open.add(answered(rig.call("GET", "/things")));
        }
        assertInstanceOf(GatewayOutcome.Busy.class, rig.call("GET", "/things"));
        answered(rig.call(UUID.randomUUID(), rig.api(60, "GET /things " + GatewayRig.SCOPE),
                GatewayRig.request("GET", "/things", OptionalLong.empty(), none()))).close();

        open.get(0).close();
        open.get(0).close();
        open.set(0, answered(rig.call("GET", "/things")));
        assertInstanceOf(GatewayOutcome.Busy.class, rig.call("GET", "/things"), "closing twice frees one seat");
        for (UpstreamAnswer answer : open) {
            answer.close();
        }
    }

    @Test
    void callWhenItFailsThenItsSeatIsFree() throws IOException {
        google.on(PATH, RawServer.json(404, "{}"));
        for (int call = 0; call < 3 * Capacity.GATEWAY_CALLS_OF_ONE; call++) {
            assertEquals(404, refusedWith(rig.call("GET", "/things")));
        }
    }

    @Test
    void callWhenTheMinuteIsSpentThenItIsToldHowLongToWait() throws IOException {
        google.on(PATH, FINE);
        GatewayApi rare = rig.api(1, "GET /things " + GatewayRig.SCOPE);
        GatewayRequest request = GatewayRig.request("GET", "/things", OptionalLong.empty(), none());
        answered(rig.call(GatewayRig.ADA, rare, request)).close();

        Duration wait = assertInstanceOf(GatewayOutcome.TooMany.class, rig.call(GatewayRig.ADA, rare, request)).retryAfter();

        assertTrue(!wait.isNegative() && wait.compareTo(Duration.ofMinutes(1)) <= 0, wait::toString);
        assertEquals(1, google.requests().size());
    }

    @Test
    void callWhenTheRootIsWhereNoTokenMayGoThenNothingIsSent() throws IOException {
        try (RawServer elsewhere = new RawServer()) {
            GatewayApi other = new GatewayApi("some", URI.create(elsewhere.origin()),
                    List.of(AllowRule.parse("GET /** " + GatewayRig.SCOPE).orElseThrow()), MOST, 60, Duration.ofSeconds(2));

            assertInstanceOf(GatewayOutcome.Unusable.class, rig.call(GatewayRig.ADA, other,
                    GatewayRig.request("GET", "/things", OptionalLong.empty(), none())));
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void codesWhenListedThenOneWordForEachOutcome() {
        assertEquals(GatewayOutcome.class.getPermittedSubclasses().length, Set.copyOf(GatewayOutcome.codes()).size());
        assertEquals("not_allowed", new GatewayOutcome.NotAllowed(new CheckedRequest.Malformed()).code());
    }

    private static GatewayRequest body(String method, byte[] body) {
        return GatewayRig.request(method, "/things", OptionalLong.of(body.length), new ByteArrayInputStream(body));
    }

    private static InputStream none() {
        return InputStream.nullInputStream();
    }

    private static UpstreamAnswer answered(GatewayOutcome outcome) {
        return assertInstanceOf(GatewayOutcome.Answered.class, outcome).answer();
    }

    private static int refusedWith(GatewayOutcome outcome) {
        return assertInstanceOf(GatewayOutcome.Refused.class, outcome).refusal().getStatusCode();
    }

    private static void close(GatewayOutcome outcome) throws IOException {
        if (outcome instanceof GatewayOutcome.Answered answered) {
            answered.answer().close();
        }
    }
}
