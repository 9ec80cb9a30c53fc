package dev.holdfast.journeys.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A sequence of everything that can make a careless server reveal secrets. */
final class BusyDay {

    private static final List<FaultKind> TROUBLE = List.of(FaultKind.HTML_502, FaultKind.DROP, FaultKind.JSON_503,
            FaultKind.STATUS_429, FaultKind.HTML_200, FaultKind.EMPTY_200, FaultKind.REDIRECT_302, FaultKind.REDIRECT_307,
            FaultKind.EMPTY_401);

    private final Stage stage;
    private final Control google;

    BusyDay(Stage stage) {
        this.stage = stage;
        this.google = stage.google().control();
    }

    void failAtSignIn() {
        for (FaultKind trouble : TROUBLE) {
            google.fault(StandInArea.EXCHANGE, trouble, People.DMITRI, 3);
            attempt("all");
            google.clear();
        }
        List.of(FaultKind.INVALID_GRANT, FaultKind.INVALID_CLIENT).forEach(refusal -> {
            google.fault(StandInArea.EXCHANGE, refusal, People.DMITRI, 1);
            attempt("all");
        });
        for (IdTokenFault fault : IdTokenFault.values()) {
            google.idToken(fault);
            attempt("all");
        }
        google.clear(Switch.ID_TOKEN, null);
        attempt("cancel");
        forge();
    }

    /** A genuine code with a foreign state, then the genuine answer twice. */
    private void forge() {
        Browser browser = stage.browser();
        URI answer = browser.answerOfGoogle(browser.goToGoogle("/auth/login"), People.DMITRI, "all");
        browser.navigate(URI.create(answer.toString().replace("state=", "state=x")));
        browser.navigate(URI.create(answer + "&error=server_error"));
        browser.navigate(answer);
        browser.navigate(answer);
    }

    private void attempt(String consent) {
        Browser browser = stage.browser();
        browser.comeBack(browser.goToGoogle("/auth/login"), People.DMITRI, consent);
    }

    /** Causes each refusal, and returns the account that it concerned. */
    Map<FaultKind, UUID> beRefused() {
        Map<FaultKind, UUID> refused = new LinkedHashMap<>();
        for (FaultKind refusal : List.of(FaultKind.INVALID_GRANT, FaultKind.INVALID_RAPT, FaultKind.ADMIN_POLICY_ENFORCED,
                FaultKind.INVALID_CLIENT)) {
            Guest guest = Guest.withSpentToken(stage, People.CARMEN);
            refused.put(refusal, guest.accountId());
            google.fault(StandInArea.REFRESH, refusal, People.CARMEN, 1);
            assertEquals(401, guest.files().statusCode());
            guest.browser().refresh();
        }
        return refused;
    }

    void visitEverything(Guest guest) {
        List.of("/", "/login", "/account", "/api/account", "/api/sessions", "/api/google/grant", "/api/account/activity",
                "/api/drive/files", "/.well-known/jwks.json", "/health", "/health/ready", "/metrics", "/openapi",
                "/api/nowhere", "/api/drive/files/..%2Fx/content", "/api/drive/files?pageSize=0", "/auth/callback?code=x")
                .forEach(path -> guest.browser().get(path));
        Browser thief = guest.browser().copy();
        guest.browser().refresh();
        guest.browser().refresh();
        assertEquals(401, thief.refresh().statusCode(), "reuse");
        guest.signIn();
        google.set(Switch.ROTATE_REFRESH_TOKENS, "true");
        google.killAccessTokens(People.BRUNO);
        Answers.fine(guest.files());
        google.clear(Switch.ROTATE_REFRESH_TOKENS, null);
        Guest leaving = guest.elsewhere();
        leaving.browser().logout();
        leaving.browser().refresh();
    }

    void haveTroubleWithDrive(Guest guest) {
        for (FaultKind trouble : TROUBLE) {
            google.fault(StandInArea.DRIVE, trouble, People.ADA, 1);
            guest.files();
            google.killAccessTokens(People.ADA);
            google.fault(StandInArea.REFRESH, trouble, People.ADA, 1);
            guest.files();
        }
        google.clear();
        Eventually.holds(Duration.ofSeconds(15), "files again", () -> guest.files().statusCode() == 200);
    }
}
