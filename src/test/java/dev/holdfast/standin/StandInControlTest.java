package dev.holdfast.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    void weatherWhenForOnePersonAndTwoCallsThenOnlyThose() {
        String ada = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        String bruno = Visitor.text(visitor.signIn(People.BRUNO), "refresh_token");
        command("weather", "area", "refresh", "mishap", "html_502", "person", People.ADA, "times", "2");
        assertEquals(200, visitor.refresh(bruno).statusCode());
        assertEquals(502, visitor.refresh(ada).statusCode());
        assertEquals(502, visitor.refresh(ada).statusCode());
        assertEquals(200, visitor.refresh(ada).statusCode());
        assertEquals(3, GOOGLE.counts().of(Area.REFRESH, People.ADA));
    }

    @Test
    void weatherWhenAreaDiffersThenOthersAreServed() {
        command("weather", "area", "drive", "mishap", "invalid_token");
        JsonObject tokens = visitor.signIn(People.ADA);
        assertEquals(401, visitor.drive("", Visitor.text(tokens, "access_token")).statusCode());
        command("calm");
        assertEquals(200, visitor.drive("", Visitor.text(tokens, "access_token")).statusCode());
    }

    @Test
    void weatherWhenVerbatimThenExactlyThat() {
        command("weather", "area", "certs", "status", "418", "headers", "{\"X-Test\": \"yes\"}", "body", "no keys");
        HttpResponse<String> answer = visitor.get("/oauth2/v3/certs");
        assertEquals(418, answer.statusCode());
        assertEquals("yes", answer.headers().firstValue("X-Test").orElseThrow());
        assertEquals("no keys", answer.body());
    }

    @Test
    void weatherWhenDroppedThenNoAnswer() {
        for (Mishap mishap : new Mishap[] {Mishap.DROP, Mishap.DROP_MIDWAY}) {
            GOOGLE.control().weather(Area.DISCOVERY, mishap);
            assertThrows(UncheckedIOException.class, () -> visitor.get("/.well-known/openid-configuration"));
        }
    }

    @Test
    void weatherWhenHangingThenOthersAreServedAndCalmEndsIt() throws Exception {
        String token = Visitor.text(visitor.signIn(People.ADA), "refresh_token");
        GOOGLE.control().weather(Area.REFRESH, Weather.hang());
        var hanging = CompletableFuture.supplyAsync(() -> visitor.refresh(token));
        assertEquals(200, visitor.get("/oauth2/v3/certs").statusCode());
        while (GOOGLE.journal().entries(Area.REFRESH).stream().noneMatch(entry -> entry.status() < 0)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertFalse(hanging.isDone());
        GOOGLE.control().calm();
        assertThrows(Exception.class, () -> hanging.get(4, TimeUnit.SECONDS));
        assertEquals(1, GOOGLE.counts().of(Area.REFRESH));
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
        assertEquals(1, GOOGLE.journal().entries(Area.TOKEN).size());
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

    private void command(String name, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        HttpResponse<String> answer = visitor.post("/control/api/" + name, form);
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
