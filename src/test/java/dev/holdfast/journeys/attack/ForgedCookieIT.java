package dev.holdfast.journeys.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh cookies that are not ours, or not ours alone (security group D13 to D15). */
@OnStage
class ForgedCookieIT {

    private Stage stage;
    private Browser browser;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        browser = Guest.arriving(stage, People.ADA).browser();
    }

    @Test
    void refreshWhenTheCookieIsForgedThenItIsRefusedAndTheFamilyIsUntouched() {
        String genuine = cookie(browser);
        JsonObject header = Jws.header(genuine);
        JsonObject ahead = Jws.claims(genuine);
        ahead.addProperty("gen", 99);
        byte[] key = new byte[32];
        List<String> forged = List.of(
                Jws.unsigned("{\"alg\":\"none\",\"typ\":\"rt+jwt\"}", ahead.toString()),
                Jws.unsigned("{\"alg\":\"nOnE\",\"typ\":\"rt+jwt\"}", Jws.claims(genuine).toString()),
                Jws.hs256(header.toString(), ahead.toString(), key),
                Jws.es256("{\"alg\":\"ES256\",\"typ\":\"rt+jwt\"}", ahead.toString(), Jws.newKey()),
                Jws.withClaims(genuine, ahead),
                Jws.withHeader(genuine, "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":" + header.get("kid") + "}"),
                Jws.withSpareBits(genuine),
                genuine + "=", genuine + ".", genuine.substring(0, genuine.length() - 4), genuine.toUpperCase(),
                browser.accessToken(), "x", "..", "null");

        for (String each : forged) {
            Browser forger = stage.browser();
            forger.cookies().put("holdfast", each);
            assertBareRefusal(forger.refresh());
        }

        Answers.fine(browser.refresh());
        assertEquals(generation(genuine) + 1, generation(cookie(browser)));
    }

    /** The answer does not tell whether the session exists: the caller cannot prove to hold it. */
    private static void assertBareRefusal(HttpResponse<String> response) {
        JsonObject problem = Answers.problem(response, 401, "session_ended");
        assertEquals(Set.of("type", "title", "status", "detail", "code"), problem.keySet());
        assertEquals("Bearer", response.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(Answers.clearsCookie(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdfast=; x=y", "holdfast=\u00e4\u00f6\u00fc", "holdfast=\"a b\"", "holdfast=eyJ.eyJ.eyJ"})
    void refreshWhenTheCookieIsNoTokenThenItIsRefused(String cookie) {
        RawHttp.Answer answer = post(cookie);

        assertEquals(401, answer.status(), answer::toString);
        assertTrue(answer.body().contains("\"session_ended\""), answer::toString);
        assertFalse(answer.body().contains("reason"));
    }

    /** Cookie tossing: another host has set a cookie of that name as well. */
    @Test
    void refreshWhenTheCookieComesTwiceThenNothingIsRotated() {
        String genuine = cookie(browser);
        String forged = Jws.hs256("{\"alg\":\"HS256\",\"typ\":\"rt+jwt\"}", "{}", new byte[32]);

        for (String both : List.of("holdfast=" + genuine + "; holdfast=" + forged,
                "holdfast=" + forged + "; holdfast=" + genuine,
                "holdfast=" + genuine + "\r\nCookie: holdfast=" + genuine)) {
            RawHttp.Answer answer = post(both);
            assertEquals(400, answer.status(), answer::toString);
            assertTrue(answer.header("Set-Cookie").isEmpty());
        }

        Answers.fine(browser.refresh());
        assertEquals(generation(genuine) + 1, generation(cookie(browser)));
    }

    @Test
    void refreshWhenTheCookieIsOversizedThenItIsRefused() {
        RawHttp.Answer answer = post("holdfast=" + "x".repeat(200_000));

        assertTrue(Set.of(0, 400, 401, 413, 431).contains(answer.status()), answer::toString);
    }

    /** Forged cookies never reach the database, so they cannot use up a limit. */
    @Test
    void refreshWhenHundredsOfForgedCookiesComeThenTheOwnerIsNotHeldUp() {
        Browser forger = stage.browser();
        for (int i = 0; i < 300; i++) {
            forger.cookies().put("holdfast", Jws.withHeader(cookie(browser), "{\"kid\":\"" + i + "\"}"));
            assertEquals(401, forger.refresh().statusCode());
        }

        Answers.fine(browser.refresh());
    }

    private RawHttp.Answer post(String cookie) {
        return RawHttp.send(stage.holdfast().origin(), "POST /auth/token/refresh HTTP/1.1",
                "Host: " + stage.holdfast().origin().getAuthority(), "Sec-Fetch-Site: same-origin", "Content-Length: 0",
                "Cookie: " + cookie);
    }

    private static String cookie(Browser browser) {
        return browser.cookies().get("holdfast");
    }

    private static long generation(String refreshToken) {
        return Jws.claims(refreshToken).get("gen").getAsLong();
    }
}
