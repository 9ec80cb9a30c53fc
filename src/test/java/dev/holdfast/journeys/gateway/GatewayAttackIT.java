package dev.holdfast.journeys.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L01 and L02 on the wire, byte by byte, as a client would tidy them: nothing of it reaches Google. */
@OnStage
class GatewayAttackIT {

    private Stage stage;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        guest = Guest.arriving(stage, People.ADA);
        stage.google().counts().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../drive/v3/files", "/a/../../drive/v3/files", "/./a", "/a/./b", "/%2e%2e/drive/v3/files",
        "/%2E%2E/x", "/.%2e/x", "/a%2fb", "/a%2Fb", "/a%5cb", "/a\\b", "/%252e%252e/x", "/a%252fb", "//evil.example/x", "/a//b",
        "/a/", "/a;b=c", "/a;/../b", "/@evil.example/x", "/a@evil.example", "/a%40evil.example", "/a%00b", "/a%0d%0aHost:%20evil",
        "/%c0%ae%c0%ae/x", "/%", "/%zz", "/a%7f", "/batch/drive/v3", "/Batch", "/a/watch", "/a:watch", "/$discovery/rest",
        "/discovery/v1/apis", "/echo?access_token=x", "/echo?oauth_token=x", "/echo?key=x", "/echo?%6bey=x", "/echo?KEY=x",
        "/echo?quotaUser=x", "/echo?userIp=x", "/echo?callback=x", "/echo?$.xgafv=1", "/echo?%24.xgafv=1",
        "/echo?uploadType=resumable", "/echo?upload_id=x", "/echo?alt=proto", "/echo?a=%0d%0ab", "/echo?a=%zz", "/echo?a=b&&c=d"})
    void requestWhenItsAddressIsAnAttackThenNothingIsAskedAnywhere(String rest) {
        RawHttp.Answer answer = send("GET /api/google/streaming" + rest + " HTTP/1.1");

        assertTrue(answer.status() >= 400 && answer.status() < 500 || answer.status() == 0, rest + " gives " + answer.status());
        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING), rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET http://evil.example/api/google/streaming/../x HTTP/1.1", "GET /api/google/streaming HTTP/1.1",
        "GET /api/google/streaming;x/echo HTTP/1.1", "GET /api/google/%73treaming/echo HTTP/1.1", "GET /api/google//echo HTTP/1.1",
        "GET /api/google/https:%2f%2fevil.example/echo HTTP/1.1", "GET /api/%67oogle/streaming/echo HTTP/1.1",
        "LINK /api/google/streaming/echo HTTP/1.1", "OPTIONS /api/google/streaming/echo HTTP/1.1",
        "TRACE /api/google/streaming/echo HTTP/1.1", "CONNECT /api/google/streaming/echo HTTP/1.1"})
    void requestWhenItsLineIsOddThenGoogleIsNotAsked(String line) {
        send(line);

        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING), line);
    }

    @Test
    void requestWhenItsHeadersSmuggleThenNoneOfThemTravels() {
        RawHttp.Answer answer = send("POST /api/google/streaming/echo HTTP/1.1", "Connection: x-secret", "X-Secret: s",
                "Cookie: holdfast=stolen; a=b", "X-Forwarded-Host: evil.example", "Proxy-Authorization: Basic eDp5",
                "X-Goog-Api-Key: k", "Authorization-Extra: t", "Content-Length: 0");

        assertEquals(200, answer.status(), answer::body);
        for (String word : List.of("secret", "stolen", "evil.example", "eDp5", "X-goog-api-key", "Cookie", "Extra")) {
            assertTrue(!answer.body().toLowerCase().contains(word.toLowerCase()), word + " in " + answer.body());
        }
    }

    @Test
    void requestWhenItHasTwoLengthsThenGoogleSeesOneRequestAtMost() {
        URI origin = stage.holdfast().origin();
        RawHttp.sendWithBody(origin, "0\r\n\r\nPOST /api/google/streaming/echo HTTP/1.1\r\nHost: " + origin.getAuthority()
                        + "\r\nContent-Length: 0\r\nAuthorization: Bearer " + guest.browser().accessToken() + "\r\n\r\n",
                "POST /api/google/streaming/echo HTTP/1.1", "Host: " + origin.getAuthority(), "Content-Length: 5",
                "Authorization: Bearer " + guest.browser().accessToken(), "Transfer-Encoding: chunked");

        assertTrue(stage.google().counts().of(StandInArea.EVERYTHING) <= 1);
    }

    private RawHttp.Answer send(String line, String... headers) {
        URI origin = stage.holdfast().origin();
        List<String> lines = new ArrayList<>(List.of(line, "Host: " + origin.getAuthority(),
                "Authorization: Bearer " + guest.browser().accessToken()));
        lines.addAll(List.of(headers));
        return RawHttp.send(origin, lines.toArray(String[]::new));
    }
}
