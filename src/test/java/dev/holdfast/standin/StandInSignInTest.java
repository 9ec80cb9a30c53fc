package dev.holdfast.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.Params;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInSignInTest {

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
    void pagesWhenPersonAllowsThenCodeComesBack() {
        String page = visitor.authorize().body();
        assertTrue(page.contains("This is a stand-in for Google, for demos and tests. It is not Google."));
        assertTrue(page.contains("Carmen &lt;b&gt;"), "names are escaped");
        String flow = page.replaceFirst("(?s).*name=\"flow\" value=\"([^\"]+)\".*", "$1");

        HttpResponse<String> chosen =
                visitor.post("/o/oauth2/v2/auth/choose", Map.of("flow", flow, "person", People.ADA));
        assertEquals(303, chosen.statusCode());
        String consent = visitor.get(location(chosen)).body();
        assertTrue(consent.contains("See and download all your Drive files"));

        HttpResponse<String> allowed = visitor.post("/o/oauth2/v2/auth/consent",
                Map.of("flow", flow, "answer", "allow", "scope", StandInScopes.DRIVE_READONLY));
        Params callback = query(location(allowed));
        assertEquals("a state/with+signs&", callback.get("state"));
        assertEquals(GOOGLE.origin().toString(), callback.get("iss"));
        assertTrue(callback.get("code").startsWith("4/standin-code-"));
        assertTrue(callback.get("scope").contains("https://www.googleapis.com/auth/userinfo.email"));
    }

    @Test
    void authorizeWhenTheHintFitsAPersonSignedInHereThenTheyAreNotChosenAgain() {
        String flow = visitor.authorize().body().replaceFirst("(?s).*name=\"flow\" value=\"([^\"]+)\".*", "$1");
        String cookie = visitor.post("/o/oauth2/v2/auth/choose", Map.of("flow", flow, "person", People.ADA))
                .headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        assertTrue(location(hinted(People.ADA, "Cookie", cookie)).startsWith("/o/oauth2/v2/auth/consent"));
        assertEquals(200, hinted(People.BRUNO, "Cookie", cookie).statusCode());
        assertEquals(200, hinted(People.ADA, "X-Other", "browser").statusCode());
    }

    private HttpResponse<String> hinted(String person, String... headers) {
        return visitor.get("/o/oauth2/v2/auth?" + Visitor.encode(visitor.authorization("login_hint", person)), headers);
    }

    @Test
    void chooseWhenEverythingIsAllowedAlreadyThenNoConsent() {
        visitor.signIn(People.ADA);
        String page = visitor.authorize().body();
        String flow = page.replaceFirst("(?s).*name=\"flow\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> chosen =
                visitor.post("/o/oauth2/v2/auth/choose", Map.of("flow", flow, "person", People.ADA));
        assertTrue(location(chosen).startsWith(Visitor.CALLBACK));
        assertEquals("none", query(location(chosen)).get("prompt"));
    }

    @Test
    void consentWhenCancelledThenAccessDenied() {
        Params callback = Params.parse(visitor.callback(People.ADA, "standin_consent", "cancel").getRawQuery());
        assertEquals("access_denied", callback.get("error"));
        assertEquals("a state/with+signs&", callback.get("state"));
        assertNull(callback.get("code"));
    }

    @Test
    void consentWhenBoxIsUntickedThenScopeIsMissing() {
        var answer = visitor.signIn(People.ADA, "standin_consent", "none");
        assertFalse(Visitor.text(answer, "scope").contains("drive"));
        assertEquals(403, visitor.drive("", Visitor.text(answer, "access_token")).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, nobody, 401, invalid_client",
        "redirect_uri, http://localhost:9080/auth/callback/, 400, redirect_uri_mismatch",
        "redirect_uri, http://example.org/auth/callback, 400, redirect_uri_mismatch",
        "response_type, token, 400, invalid_request",
        "scope, , 400, invalid_request",
        "code_challenge, with=padding, 400, invalid_request",
        "prompt, none consent, 400, invalid_request",
    })
    void askWhenRequestIsWrongThenPageAndNoRedirect(String name, String value, int status, String error) {
        HttpResponse<String> answer = visitor.authorize(name, value, "standin_person", People.ADA);
        assertEquals(status, answer.statusCode());
        assertTrue(answer.body().contains("Error " + status + ": " + error));
    }

    @Test
    void askWhenPromptIsNoneThenOnlyConsentedPeopleComeThrough() {
        assertEquals("interaction_required", silently(People.ADA).get("error"));
        visitor.signIn(People.ADA);
        assertTrue(silently(People.ADA).has("code"));
    }

    @Test
    void callbackWhenToldSoThenItLies() {
        GOOGLE.control().set(Switch.CALLBACK_ISS, "https://evil.example");
        assertTrue(visitor.callback(People.ADA).getRawQuery().contains("iss=https%3A%2F%2Fevil.example"));
        GOOGLE.control().set(Switch.CALLBACK_ISS, "missing");
        assertFalse(visitor.callback(People.ADA).getRawQuery().contains("iss="));
        GOOGLE.control().set(Switch.CALLBACK_ISS, "doubled");
        assertEquals(2, Params.parse(visitor.callback(People.ADA).getRawQuery()).all("iss").size());
        GOOGLE.control().set(Switch.CALLBACK_ERROR, "server_error");
        assertTrue(visitor.callback(People.ADA).getRawQuery().contains("error=server_error"));
    }

    private Params silently(String hint) {
        return query(location(visitor.authorize("prompt", "none", "login_hint", hint)));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static Params query(String location) {
        return Params.parse(location.substring(location.indexOf('?') + 1));
    }
}
