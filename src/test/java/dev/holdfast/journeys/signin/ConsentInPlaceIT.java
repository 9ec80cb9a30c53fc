package dev.holdfast.journeys.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonElement;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request for more scopes from a session: it belongs to the person of that session, and the session goes on. */
@OnStage
class ConsentInPlaceIT {

    private static final String DRIVE = "https://www.googleapis.com/auth/drive.readonly";
    private static final String FOR_DRIVE = "/auth/login?return_to=/files&scope=" + DRIVE;

    private Stage stage;
    private Browser browser;

    @BeforeEach
    void signInWithoutDrive() {
        stage = Stage.sharedFor(getClass());
        for (String person : List.of(People.ADA, People.BRUNO)) {
            stage.google().control().changeSub(person, UUID.randomUUID().toString());
        }
        browser = stage.browser();
        browser.comeBack(browser.goToGoogle("/auth/login?return_to=/files"), People.ADA, "none");
        Answers.fine(browser.refresh());
        Answers.problem(browser.get("/api/drive/files"), 403, "google_scope_missing");
    }

    @Test
    void consentWhenTheSamePersonAllowsThenTheSameSessionSeesMore() {
        String session = session();
        String cookie = browser.cookies().get("holdfast");
        URI request = browser.goToGoogle(FOR_DRIVE + "&login_hint=" + People.BRUNO);
        assertEquals(sub(People.ADA), Query.of(request).get("login_hint"), "whatever the link says");

        HttpResponse<String> back = browser.comeBack(request, People.ADA, "all");

        assertEquals(stage.holdfast().origin() + "/files", location(back));
        assertEquals(cookie, browser.cookies().get("holdfast"));
        Answers.fine(browser.get("/api/drive/files"));
        Answers.fine(browser.refresh());
        assertEquals(session, session());
        assertEquals(1, Browser.json(browser.get("/api/sessions")).getAsJsonArray("sessions").size());
    }

    @Test
    void consentWhenAnotherPersonComesBackThenNothingChanges() {
        HttpResponse<String> back = browser.comeBack(browser.goToGoogle(FOR_DRIVE), People.BRUNO, "all");

        assertEquals(stage.holdfast().origin() + "/login?reason=other_account&return_to=%2Ffiles", location(back));
        Answers.problem(browser.get("/api/drive/files"), 403, "google_scope_missing");
        Answers.fine(browser.refresh());
        assertEquals(People.ADA, Browser.json(browser.get("/api/account")).get("email").getAsString());
        assertEquals(0, stage.google().counts().of(StandInArea.REVOCATION));

        Browser brunos = stage.browser();
        URI again = URI.create(location(brunos.comeBack(brunos.goToGoogle("/auth/login"), People.BRUNO, "all")));
        assertEquals("consent", Query.of(again).get("prompt"), "no refresh token of Bruno was kept");
        brunos.comeBack(again, People.BRUNO, "all");
        Answers.fine(brunos.refresh());
        assertEquals(1, Browser.json(brunos.get("/api/account/activity")).getAsJsonArray("events").size(),
                "nothing was known of Bruno before");
    }

    @Test
    void consentWhenThePersonCancelsThenTheSessionGoesOn() {
        URI request = browser.goToGoogle(FOR_DRIVE + "&prompt=select_account");
        assertFalse(Query.of(request).has("prompt"), "there is nothing to choose");

        HttpResponse<String> cancelled = browser.comeBack(request, People.ADA, "cancel");

        assertEquals(stage.holdfast().origin() + "/login?reason=cancelled&return_to=%2Ffiles", location(cancelled));
        Answers.fine(browser.refresh());
    }

    @Test
    void consentWhenTheSessionHasEndedBeforeThenItIsASignIn() {
        assertEquals(204, browser.logout().statusCode());
        URI request = browser.goToGoogle(FOR_DRIVE);
        assertFalse(Query.of(request).has("login_hint"));

        browser.comeBack(request, People.BRUNO, "all");

        Answers.fine(browser.refresh());
        assertEquals(People.BRUNO, Browser.json(browser.get("/api/account")).get("email").getAsString());
    }

    @Test
    void consentWhenTheSessionEndsWhileThePersonIsAtGoogleThenTheyAreSignedIn() {
        URI request = browser.goToGoogle(FOR_DRIVE);
        String before = session();
        assertEquals(204, browser.delete("/api/sessions?current=true").statusCode());

        HttpResponse<String> back = browser.comeBack(request, People.ADA, "all");

        assertEquals(stage.holdfast().origin() + "/files", location(back));
        Answers.fine(browser.refresh());
        assertNotEquals(before, session());
    }

    @Test
    void signInWhenNoScopeIsAskedForThenItMaySwitchPersons() {
        browser.comeBack(browser.goToGoogle("/auth/login?return_to=/files"), People.BRUNO, "all");

        Answers.fine(browser.refresh());
        assertEquals(People.BRUNO, Browser.json(browser.get("/api/account")).get("email").getAsString());
    }

    private String session() {
        for (JsonElement each : Browser.json(browser.get("/api/sessions")).getAsJsonArray("sessions")) {
            if (each.getAsJsonObject().get("current").getAsBoolean()) {
                return each.getAsJsonObject().get("id").getAsString();
            }
        }
        throw new AssertionError("there is no current session");
    }

    private String sub(String person) {
        return stage.google().people().get(person).sub();
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
