package dev.holdfast.google.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.checkup.GoogleCheckup.Acceptance;
import dev.holdfast.google.checkup.GoogleCheckup.Document;
import dev.holdfast.google.checkup.GoogleCheckup.DocumentSeen;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.google.token.CircuitState;
import dev.holdfast.google.token.TokenEndpoint;
import dev.holdfast.google.wire.RawServer;
import dev.holdfast.settings.entity.PublicUrl;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleCheckupTest {

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final String AUTHORIZATION = "/o/oauth2/v2/auth";

    private TestGoogle google;
    private GoogleCheckup checkup;

    @BeforeEach
    void start() throws Exception {
        google = new TestGoogle(Map.of("holdfast.google.timeout", "PT5S"));
        checkup = new GoogleCheckup();
        checkup.config = google.config;
        checkup.endpoints = google.endpoints;
        checkup.http = google.http;
        checkup.apis = google.apis;
        checkup.clock = google.clock();
        checkup.tokenEndpoint = new TokenEndpoint(google.config, google.endpoints, google.http, google.clock());
        checkup.requests = new AuthorizationRequests(google.config, google.endpoints,
                new PublicUrl(URI.create("http://localhost:9080")));
    }

    @AfterEach
    void stop() throws Exception {
        google.close();
    }

    @Test
    void discoveryWhenItAnswersThenItsClockIsReadFromIt() {
        google.server.on(DOCUMENT, RawServer.json(200, TestGoogle.discovery(google.server.origin(), ""),
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        TestGoogle.NOW.plusSeconds(90).atZone(ZoneOffset.UTC))));

        DocumentSeen seen = checkup.discovery();

        assertEquals(Document.USABLE, seen.document());
        assertEquals(Optional.of(Duration.ofSeconds(90)), seen.clockAhead());
    }

    @Test
    void discoveryWhenTheIssuerIsForeignOrSilentThenItIsTold() {
        google.server.on(DOCUMENT, RawServer.json(200, TestGoogle.discovery("https://accounts.evil.example", "")));
        assertEquals(Document.FOREIGN_OR_UNUSABLE, checkup.discovery().document());
        google.server.on(DOCUMENT, RawServer.drop());
        assertEquals(Document.UNREACHABLE, checkup.discovery().document());
    }

    /** Google authenticates the client first, so an invalid refresh token tests the client alone. */
    @Test
    void clientWhenGoogleRefusesThenItsErrorTellsWhom() {
        google.server.on("/token", RawServer.json(400, "{\"error\":\"invalid_grant\"}"));
        assertEquals(Acceptance.ACCEPTED, checkup.client());
        google.server.on("/token", RawServer.json(401, "{\"error\":\"invalid_client\"}"));
        assertEquals(Acceptance.REJECTED, checkup.client());
        google.server.on("/token", RawServer.html(502, "<html>"));
        assertEquals(Acceptance.UNKNOWN, checkup.client());
    }

    /** Operators count refreshes of people by their calls; a check-up does not count as one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400|{\"error\":\"invalid_grant\"}|answered",
        "401|{\"error\":\"invalid_client\"}|answered", "502|<html>|failed"})
    void clientWhenGoogleAnswersThenItIsToldAsACheckUpAndNotAsARefresh(int status, String body, String end) {
        List<String> told = new ArrayList<>();
        google.http.calls().listen((call, how, took) -> told.add(call.code() + " " + how.code()));
        google.server.on("/token", RawServer.json(status, body));

        checkup.client();

        assertEquals(List.of("checkup " + end), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400|{\"error\":\"invalid_grant\"}|ACCEPTED", "502|<html>|UNKNOWN"})
    void clientWhenTheCircuitIsOpenThenGoogleIsAskedAndItStaysAsItIs(int status, String body, Acceptance acceptance) {
        google.server.on("/token", RawServer.json(status, body));
        checkup.tokenEndpoint.circuit().turnedAway();

        assertEquals(acceptance, checkup.client());

        assertEquals(CircuitState.OPEN, checkup.tokenEndpoint.circuit().state());
    }

    @Test
    void redirectUriWhenThePageRefusesThenItIsTold() {
        google.server.on(AUTHORIZATION, RawServer.html(200, "<html>Choose an account"));
        assertEquals(Acceptance.ACCEPTED, checkup.redirectUri());
        google.server.on(AUTHORIZATION, RawServer.html(302, "", "Location: https://accounts.google.com/v3/signin/identifier"));
        assertEquals(Acceptance.ACCEPTED, checkup.redirectUri());
        google.server.on(AUTHORIZATION, RawServer.html(400, "Error 400: redirect_uri_mismatch"));
        assertEquals(Acceptance.REJECTED, checkup.redirectUri());
        google.server.on(AUTHORIZATION, RawServer.html(302, "", "Location: https://accounts.google.com/signin/oauth/error?x"));
        assertEquals(Acceptance.REJECTED, checkup.redirectUri());
        google.server.on(AUTHORIZATION, RawServer.html(503, ""));
        assertEquals(Acceptance.UNKNOWN, checkup.redirectUri());
    }
}
