package dev.holdfast.google.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.Revocation;
import dev.holdfast.google.token.TokenRefresh;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call to Google is reported once, with its kind and its end. */
class CallWatchTest {

    private static final Secret TOKEN = Secret.of("a-token");

    private final List<String> told = new ArrayList<>();
    private TestGoogle google;
    private long now;

    @BeforeEach
    void enter() throws IOException {
        google = new TestGoogle();
        google.http.calls().listen((call, end, took) -> told.add(call.code() + " " + end.code()));
    }

    @AfterEach
    void leave() throws IOException {
        google.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"200|{\"access_token\":\"a\"}|answered",
        "400|{\"error\":\"invalid_grant\"}|answered",
        "200|<html>|failed", "503|{}|failed", "302|{}|failed"})
    void refreshWhenGoogleAnswersThenItIsTold(int status, String body, String end) throws Exception {
        google.server.on("/token", RawServer.json(status, body));

        try (TokenRefresh.Trial trial = new TokenRefresh(google.tokenEndpoint()).trial().orElseThrow()) {
            trial.refresh(TOKEN);
        }

        assertEquals(List.of("refresh " + end), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400|{\"error\":\"invalid_grant\"}|answered", "503|{}|failed"})
    void exchangeWhenGoogleAnswersThenItIsTold(int status, String body, String end) {
        google.server.on("/token", RawServer.json(status, body));

        google.codeExchange().exchange(TOKEN, Secret.of("v".repeat(43)), "nonce");

        assertEquals(List.of("exchange " + end), told);
    }

    @ParameterizedTest
    @CsvSource({"200, answered", "400, answered", "429, limited", "503, failed"})
    void revokeWhenGoogleAnswersThenItIsTold(int status, String end) {
        google.server.on("/revoke", RawServer.json(status, "{\"error\":\"invalid_token\"}"));

        new Revocation(google.endpoints, google.http).revoke(TOKEN);

        assertEquals(List.of("revocation " + end), told);
    }

    @ParameterizedTest
    @CsvSource({"404, answered", "401, answered", "403, answered", "429, limited", "500, failed"})
    void driveWhenGoogleAnswersThenItIsTold(int status, String end) {
        google.server.on("/drive/v3/files/f1", RawServer.json(status, "{}"));

        google.drive().file(accessToken(), DriveFileId.parse("f1").orElseThrow());

        assertEquals(List.of("drive " + end), told);
    }

    @Test
    void driveWhenNothingAnswersThenItFailed() throws IOException {
        google.server.close();

        google.drive().file(accessToken(), DriveFileId.parse("f1").orElseThrow());

        assertEquals(List.of("drive failed"), told);
    }

    @Test
    void sinceLastWhenACallHasEndedThenFromItsEndAndOnlyOfItsKind() {
        CallWatch watch = new CallWatch(() -> now);
        List<Duration> took = new ArrayList<>();
        watch.listen((call, end, duration) -> took.add(duration));
        try (CallWatch.Timing timing = watch.begin(GoogleCall.DRIVE)) {
            now += Duration.ofSeconds(2).toNanos();
            timing.answered("files");
        }
        now += Duration.ofSeconds(5).toNanos();

        assertEquals(List.of(Duration.ofSeconds(2)), took);
        assertEquals(Optional.of(Duration.ofSeconds(5)), watch.sinceLast(GoogleCall.DRIVE, CallEnd.ANSWERED));
        assertTrue(watch.sinceLast(GoogleCall.DRIVE, CallEnd.FAILED).isEmpty());
        assertTrue(watch.sinceLast(GoogleCall.REFRESH, CallEnd.ANSWERED).isEmpty());
    }

    private static AccessToken accessToken() {
        return new AccessToken(TOKEN, Set.of(), TestGoogle.NOW, TestGoogle.NOW.plusSeconds(3600));
    }
}
