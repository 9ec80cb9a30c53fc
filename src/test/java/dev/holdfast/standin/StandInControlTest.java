package dev.holdfast.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.standin.control.Scenario;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandInControlTest {

    private static final StandInGoogle GOOGLE = StandInGoogle.start();
    private final Visitor visitor = new Visitor(GOOGLE);

    @BeforeEach
    void reset() {
        GOOGLE.control().reset();
    }

    @AfterAll
    static void close() {
        GOOGLE.close();
    }

    @Test
    void introduceWhenSomebodyIsNewThenTheySignInAndHaveAFaultOfTheirOwnUntilTheNextReset() {
        GOOGLE.control().introduce("new@mail.example");
        String ada = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        String theirs = Visitor.text(visitor.signIn("new@mail.example"), "refresh_token");
        GOOGLE.control().fault(StandInArea.REFRESH, FaultKind.HTML_502, "new@mail.example", 1);
        assertEquals(200, visitor.refresh(ada).statusCode());
        assertEquals(502, visitor.refresh(theirs).statusCode());
        GOOGLE.control().reset();
        assertTrue(GOOGLE.people().find("new@mail.example").isEmpty());
    }

    @Test
    void faultWhenForOnePersonAndTwoCallsThenOnlyThose() {
        String ada = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        String bruno = Visitor.text(visitor.signIn(People.BRUNO), "refresh_token");
        command("weather", "area", "refresh", "mishap", "html_502", "person", People.ADA, "times", "2");
        assertEquals(200, visitor.refresh(bruno).statusCode());
        assertEquals(502, visitor.refresh(ada).statusCode());
        assertEquals(502, visitor.refresh(ada).statusCode());
        assertEquals(200, visitor.refresh(ada).statusCode());
        assertEquals(3, GOOGLE.counts().of(StandInArea.REFRESH, People.ADA));
    }

    @Test
    void faultWhenAreaDiffersThenOthersAreServed() {
        command("weather", "area", "drive", "mishap", "invalid_token");
        JsonObject tokens = visitor.signIn(People.ADA);
        assertEquals(401, visitor.drive("", Visitor.text(tokens, "access_token")).statusCode());
        command("calm");
        assertEquals(200, visitor.drive("", Visitor.text(tokens, "access_token")).statusCode());
    }

    @Test
    void faultWhenVerbatimThenExactlyThat() {
        command("weather", "area", "certs", "status", "418", "headers", "{\"X-Test\": \"yes\"}", "body", "no keys");
        HttpResponse<String> answer = visitor.get("/oauth2/v3/certs");
        assertEquals(418, answer.statusCode());
        assertEquals("yes", answer.headers().firstValue("X-Test").orElseThrow());
        assertEquals("no keys", answer.body());
    }

    @Test
    void faultWhenDroppedThenNoAnswer() {
        for (FaultKind kind : new FaultKind[] {FaultKind.DROP, FaultKind.DROP_MIDWAY}) {
            GOOGLE.control().fault(StandInArea.DISCOVERY, kind);
            assertThrows(UncheckedIOException.class, () -> visitor.get("/.well-known/openid-configuration"));
        }
    }

    @Test
    void faultWhenHangingThenOthersAreServedAndClearEndsIt() throws Exception {
        String token = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        GOOGLE.control().fault(StandInArea.REFRESH, Fault.hang());
        var hanging = CompletableFuture.supplyAsync(() -> visitor.refresh(token));
        assertEquals(200, visitor.get("/oauth2/v3/certs").statusCode());
        while (GOOGLE.journal().entries(StandInArea.REFRESH).stream().noneMatch(entry -> entry.status() < 0)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertFalse(hanging.isDone());
        GOOGLE.control().clear();
        assertThrows(Exception.class, () -> hanging.get(4, TimeUnit.SECONDS));
        assertEquals(1, GOOGLE.counts().of(StandInArea.REFRESH));
    }

    @Test
    void refusalsWhenSetThenStatusAndSubtypeAreGoogles() {
        String token = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        command("weather", "area", "refresh", "mishap", "invalid_rapt", "times", "1");
        HttpResponse<String> rapt = visitor.refresh(token);
        assertEquals(400, rapt.statusCode());
        assertEquals("invalid_rapt", Visitor.text(Visitor.json(rapt), "error_subtype"));
        command("weather", "area", "token", "mishap", "deleted_client", "times", "1");
        assertEquals(401, visitor.refresh(token).statusCode());
        assertEquals(200, visitor.refresh(token).statusCode());
    }

    @Test
    void scenariosWhenPlayedThenTheyHappen() {
        for (Scenario scenario : Scenario.values()) {
            command("scenarios", "name", scenario.key(), "person", People.ADA);
        }
        command("reset");
        assertEquals(200, visitor.get("/.well-known/openid-configuration").statusCode());
    }

    @Test
    void switchesWhenSetForOnePersonThenOthersKeepTheStandard() {
        command("switches", "person", People.ADA, "access_token_lifetime", "7");
        assertEquals(7, visitor.signIn(People.ADA).get("expires_in").getAsInt());
        assertEquals(3599, visitor.signIn(People.BRUNO).get("expires_in").getAsInt());
        assertEquals(400, visitor.post("/control/api/switches", Map.of("code_lifetime", "soon")).statusCode());
        assertEquals(400, visitor.post("/control/api/switches", Map.of("no_such_thing", "1")).statusCode());
    }

    @Test
    void journalAndMarkersWhenTokensAreExchangedThenKnowThem() {
        JsonObject tokens = visitor.signIn(People.ADA);
        String markers = visitor.get("/control/api/markers").body();
        assertTrue(markers.contains(Visitor.text(tokens, "access_token")));
        assertTrue(markers.contains(Visitor.VERIFIER));
        assertTrue(markers.contains(GOOGLE.clientSecret()));
        JsonObject entry = JsonParser.parseString(visitor.get("/control/api/journal?area=exchange").body())
                .getAsJsonArray().get(0).getAsJsonObject();
        assertEquals(200, entry.get("status").getAsInt());
        JsonObject form = entry.getAsJsonObject("form");
        assertEquals(Visitor.VERIFIER, form.getAsJsonArray("code_verifier").get(0).getAsString());
        assertEquals(People.ADA, Visitor.text(entry, "person"));
        assertEquals(1, GOOGLE.journal().entries(StandInArea.TOKEN).size());
    }

    @Test
    void pageWhenShownThenNamesAreEscaped() {
        visitor.signIn(People.CARMEN);
        command("weather", "area", "drive", "mishap", "slow", "person", People.CARMEN);
        String page = visitor.get("/control").body();
        assertTrue(page.contains("It is not Google."));
        assertTrue(page.contains("Slow: answers after 3 seconds"));
        assertFalse(page.contains("<img src=x"));
        assertFalse(page.contains("{{"));
    }

    @Test
    void controlWhenAskedByAnotherWebsiteThenRefusedAndNothingHappens() throws Exception {
        visitor.signIn(People.ADA);
        for (String[] foreign : new String[][] {
            {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site", "Origin", GOOGLE.origin().toString()}}) {
            assertEquals(403, visitor.send(revocation(foreign)).statusCode(), String.join(" ", foreign));
        }
        assertEquals(1, liveRefreshTokens());
        assertEquals(200, visitor.send(revocation("Sec-Fetch-Site", "same-origin", "Origin", "null")).statusCode());
        assertEquals(0, liveRefreshTokens());
    }

    @Test
    void controlWhenReachedUnderAForeignHostNameThenTellsNothing() throws Exception {
        for (String path : new String[] {"/control", "/control/api/markers", "/control/api/journal", "/"}) {
            assertEquals("HTTP/1.1 403 Forbidden", statusLine(path, "rebound.evil.example:" + GOOGLE.origin().getPort()));
            assertEquals("HTTP/1.1 403 Forbidden", statusLine(path, "127.0.0.1.evil.example"));
        }
        assertEquals("HTTP/1.1 200 OK", statusLine("/control", "localhost:" + GOOGLE.origin().getPort()));
    }

    @Test
    void scenariosWhenAtOnceThenTheTokensHandedOutAreRefusedToo() {
        String token = Visitor.text(visitor.signIn(People.ADA), "access_token");
        command("scenarios", "name", "must_sign_in_again", "person", People.ADA);
        assertEquals(200, visitor.drive("", token).statusCode());
        command("scenarios", "name", "must_sign_in_again", "person", People.ADA, "at_once", "on");
        assertEquals(401, visitor.drive("", token).statusCode());
    }

    @Test
    void scenariosWhenTheyQuoteThePagesThenInTheirVeryWords() throws Exception {
        StringBuilder pages = new StringBuilder();
        try (var files = Files.walk(Path.of("frontend/src/app"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*(?<!spec)\\.(ts|html)")).toList()) {
                pages.append(Files.readString(file));
            }
        }
        for (Scenario scenario : Scenario.values()) {
            Matcher quoted = Pattern.compile("\"([^\"]+)\"").matcher(scenario.seen());
            while (quoted.find()) {
                assertTrue(pages.indexOf(quoted.group(1)) >= 0, scenario + " quotes " + quoted.group(1));
            }
        }
    }

    @Test
    void actsWhenOneOffThenTheyAreShownAllTheSame() {
        command("grants/kill-access-tokens", "person", People.ADA);
        JsonObject answer = Visitor.json(visitor.post("/control/api/grants/revoke", Map.of("person", People.ADA)));
        assertEquals("Access removed, " + People.ADA, Visitor.text(answer.getAsJsonObject("done"), "words"));
        String page = visitor.get("/control?person=" + People.EMI).body();
        assertTrue(page.contains("Access tokens refused, " + People.ADA));
        assertTrue(page.contains("<option value=\"" + People.EMI + "\" selected>"));
    }

    @Test
    void tourWhenTakenThenItsStepsAreTickedOneByOne() {
        assertEquals(0, ticks());
        String token = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        assertEquals(1, ticks());
        visitor.refresh(token);
        assertEquals(2, ticks());
        command("grants/revoke", "person", People.ADA);
        assertEquals(3, ticks());
        visitor.refresh(token);
        assertEquals(4, ticks());
        visitor.signIn(People.ADA);
        assertEquals(5, ticks());
        command("reset");
        assertEquals(0, ticks());
    }

    private int ticks() {
        return visitor.get("/control").body().split("<li class=\"done\">", -1).length - 1;
    }

    private static long liveRefreshTokens() {
        return GOOGLE.control().liveRefreshTokens(People.ADA);
    }

    private HttpRequest.Builder revocation(String... headers) {
        return HttpRequest.newBuilder(GOOGLE.origin().resolve("/control/api/grants/revoke")).headers(headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("person=" + People.ADA));
    }

    private static String statusLine(String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", GOOGLE.origin().getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }

    private void command(String name, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        HttpResponse<String> answer = visitor.post("/control/api/" + name, form);
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
