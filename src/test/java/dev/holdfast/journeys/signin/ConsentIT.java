package dev.holdfast.journeys.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The extent and the duration of a person's consent: scopes left out, and the extra round for a refresh token. */
@OnStage
class ConsentIT {

    private static final String DRIVE = "https://www.googleapis.com/auth/drive.readonly";

    private Stage stage;
    private Control google;
    private Browser browser;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        google.changeSub(People.ADA, UUID.randomUUID().toString());
        browser = stage.browser();
    }

    @Test
    void signInWhenDriveIsUntickedThenTheRestWorksAndALinkAsksForIt() {
        browser.comeBack(browser.goToGoogle("/auth/login?return_to=/files"), People.ADA, "none");
        Answers.fine(browser.refresh());

        JsonObject grant = Browser.json(browser.get("/api/google/grant"));
        assertEquals("scope_short", grant.get("status").getAsString());
        assertEquals(DRIVE, grant.getAsJsonArray("missing_scopes").get(0).getAsString());
        Answers.fine(browser.get("/api/account"));
        JsonObject problem = Answers.problem(browser.get("/api/drive/files"), 403, "google_scope_missing");
        assertEquals(DRIVE, problem.getAsJsonArray("missing_scopes").get(0).getAsString());

        String link = problem.get("sign_in").getAsString();
        assertTrue(link.startsWith("/auth/login?"), link);
        assertEquals(stage.google().people().get(People.ADA).sub(), Query.of(browser.goToGoogle(link)).get("login_hint"),
                "asked of the same person");
        HttpResponse<String> back = browser.comeBack(browser.goToGoogle(link), People.ADA, "all");
        assertEquals(stage.holdfast().origin() + "/files", location(back));
        browser.refresh();
        Answers.fine(browser.get("/api/drive/files"));
        assertEquals("active", Browser.json(browser.get("/api/google/grant")).get("status").getAsString());
    }

    /** The requested scopes prove nothing: the answer tells what was granted (RFC 6749 section 5.1). */
    @Test
    void signInWhenGoogleGrantsLessThanTheCallbackSaysThenTheTokenAnswerCounts() {
        google.set(Switch.DROP_SCOPES_ON_EXCHANGE, "all");
        browser.signIn(People.ADA);

        Answers.problem(browser.get("/api/drive/files"), 403, "google_scope_missing");
        assertEquals(0, stage.google().counts().of(StandInArea.DRIVE));
    }

    @Test
    void signInWhenNoRefreshTokenComesThenOneMoreRoundAsksForConsent() {
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "never");
        HttpResponse<String> back = browser.comeBack(browser.goToGoogle("/auth/login?return_to=/files"), People.ADA, "all");

        Query again = Query.of(URI.create(location(back)));
        assertEquals(303, back.statusCode());
        assertEquals("consent", again.get("prompt"));
        assertEquals(stage.google().people().get(People.ADA).sub(), again.get("login_hint"));
        assertFalse(browser.cookies().containsKey("holdfast"));

        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "consent");
        assertEquals(stage.holdfast().origin() + "/files",
                location(browser.comeBack(again.toUrl(), People.ADA, "all")));
        Answers.fine(browser.refresh());
    }

    @Test
    void signInWhenNoRefreshTokenEverComesThenItEndsAfterTheSecondRound() {
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "never");
        URI again = URI.create(location(browser.comeBack(browser.goToGoogle("/auth/login"), People.ADA, "all")));

        HttpResponse<String> refused = browser.comeBack(again, People.ADA, "all");

        assertEquals(stage.holdfast().origin() + "/login?reason=offline_access_missing", location(refused));
        assertTrue(browser.cookies().isEmpty(), browser.cookies()::toString);
        assertEquals(2, stage.google().counts().of(StandInArea.EXCHANGE));
    }

    /** The protection of the first round is worth nothing in the second one. */
    @Test
    void signInWhenTheSecondRoundBeginsThenNothingOfTheFirstIsUsedAgain() {
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "never");
        URI request = browser.goToGoogle("/auth/login");
        Query first = Query.of(request);
        Query second = Query.of(URI.create(location(browser.comeBack(request, People.ADA, "all"))));

        for (String value : List.of("state", "nonce", "code_challenge")) {
            assertFalse(first.get(value).equals(second.get(value)), value);
        }
        assertEquals("S256", second.get("code_challenge_method"));
        assertEquals("offline", second.get("access_type"));
    }

    /** The page knows that Google has refused for good, and asks for consent at once: one trip, not two. */
    @Test
    void signInWhenThePageAsksForConsentThenOneTripIsEnough() {
        browser.signIn(People.ADA);
        google.killRefreshTokens(People.ADA);
        google.killAccessTokens(People.ADA);
        Answers.over(browser.get("/api/drive/files"), "google_access_lost", "google_revoked");

        URI request = browser.goToGoogle("/auth/login?return_to=/files&prompt=consent");
        assertEquals("consent", Query.of(request).get("prompt"));
        assertEquals(stage.holdfast().origin() + "/files", location(browser.comeBack(request, People.ADA, "all")));
        browser.refresh();
        Answers.fine(browser.get("/api/drive/files"));
    }

    @Test
    void loginWhenAnotherSiteOrAnotherWordAsksForAPromptThenThereIsNone() {
        assertFalse(Query.of(browser.goToGoogle("/auth/login?prompt=none")).has("prompt"));
        URI foreign = URI.create(location(browser.followLink(browser.at("/auth/login?prompt=consent"))));
        assertFalse(Query.of(foreign).has("prompt"), foreign::toString);
    }

    @Test
    void signInWhenARefreshTokenIsStoredThenThePersonIsNotAskedAgainAndItServesOn() {
        browser.signIn(People.ADA);
        stage.google().counts().reset();

        Browser other = stage.browser();
        HttpResponse<String> back = other.signIn(People.ADA);

        assertEquals(stage.holdfast().origin() + "/", location(back).replace("/files", "/"));
        assertEquals(1, stage.google().counts().of(StandInArea.AUTHORIZATION), "one round");
        google.killAccessTokens(People.ADA);
        Answers.fine(other.get("/api/drive/files"));
        assertEquals(1, stage.google().counts().of(StandInArea.REFRESH, People.ADA), "with the token of the first sign-in");
    }

    @Test
    void signInWhenTheStoredRefreshTokenIsDeadThenTheNextSignInBringsAnother() {
        browser.signIn(People.ADA);
        google.killRefreshTokens(People.ADA);
        google.killAccessTokens(People.ADA);
        Answers.over(browser.get("/api/drive/files"), "google_access_lost", "google_revoked");

        URI again = URI.create(location(browser.comeBack(browser.goToGoogle("/auth/login"), People.ADA, "all")));
        assertEquals("consent", Query.of(again).get("prompt"));
        browser.comeBack(again, People.ADA, "all");
        browser.refresh();
        Answers.fine(browser.get("/api/drive/files"));
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
