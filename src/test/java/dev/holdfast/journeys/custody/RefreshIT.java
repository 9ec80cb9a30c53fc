package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The number and the moments of the calls to Google for a token, and their contents. */
@OnStage
class RefreshIT {

    private static final String DRIVE = "https://www.googleapis.com/auth/drive.readonly";

    private Stage stage;
    private Control google;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        google = stage.google().control();
    }

    @Test
    void filesWhenTokenIsFreshThenNothingIsRefreshed() {
        Guest guest = Guest.arriving(stage, People.ADA);

        guest.filesAtOnce(10).forEach(Answers::fine);

        assertEquals(0, guest.refreshes());
    }

    @Test
    void filesWhenFiftyCallersFindTheTokenSpentThenGoogleIsAskedOnce() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofMillis(700)));

        guest.filesAtOnce(50).forEach(Answers::fine);

        assertEquals(1, guest.refreshes());
    }

    @Test
    void filesWhenTheCallerHangsUpThenTheRefreshGoesOn() throws IOException {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        Instant before = guest.tokenExpiresAt();
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(1)), People.ADA, 1);

        try (Socket caller = new Socket("localhost", stage.holdfast().origin().getPort())) {
            caller.getOutputStream().write(("GET /api/drive/files HTTP/1.1\r\nHost: " + stage.holdfast().origin().getAuthority()
                    + "\r\nAuthorization: Bearer " + guest.browser().accessToken() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Eventually.holds(Duration.ofSeconds(10), "the refresh is under way", () -> guest.refreshes() == 1);
        }

        Eventually.holds(Duration.ofSeconds(10), "a new token is stored", () -> guest.tokenExpiresAt().isAfter(before));
        Answers.fine(guest.files());
        assertEquals(1, guest.refreshes());
    }

    @Test
    void filesWhenTheTokenAgesThenItStillServesAndOneRefreshStarts() {
        Guest guest = Guest.withTokenOf(stage, People.ADA, 8);
        Instant end = guest.tokenExpiresAt();
        Answers.fine(guest.files());
        assertEquals(0, guest.refreshes(), "never ahead by more than half its lifetime");
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(1)), People.ADA, 1);
        Eventually.reaches(end.minusMillis(3_900));

        guest.filesAtOnce(10).forEach(Answers::fine);

        assertEquals(1, tokensShownTo(StandInArea.DRIVE, end.minusMillis(3_900)), "all on the token that still serves");
        Eventually.holds(Duration.ofSeconds(10), "a new token is stored", () -> guest.tokenExpiresAt().isAfter(end));
        Answers.fine(guest.files());
        assertEquals(1, guest.refreshes());
    }

    @Test
    void filesWhenTheRefreshAheadFailsThenTheTokenServesAndGoogleIsLeftAlone() {
        Guest guest = Guest.withTokenOf(stage, People.ADA, 10);
        Instant end = guest.tokenExpiresAt();
        google.fault(StandInArea.REFRESH, FaultKind.JSON_503, People.ADA, Control.ALWAYS);
        Eventually.reaches(end.minusMillis(4_900));

        Answers.fine(guest.files());
        Eventually.holds(Duration.ofSeconds(3), "it has failed", () -> guest.grantStatus().equals("degraded"));
        long tries = guest.refreshes();
        while (Instant.now().isBefore(end.minusMillis(1_300))) {
            Answers.fine(guest.files());
        }

        assertTrue(tries <= 3);
        assertEquals(tries, guest.refreshes(), "ten seconds of peace");
        google.clear();
    }

    @Test
    void filesWhenTheTokenIsRefusedByDriveThenOneRefreshAndOneRetry() {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.killAccessTokens(People.ADA);
        stage.google().counts().reset();

        Answers.fine(guest.files());

        assertEquals(1, guest.refreshes());
        assertEquals(2, stage.google().counts().of(StandInArea.DRIVE, People.ADA));
    }

    @Test
    void filesWhenManyCallersAreRefusedByDriveThenStillOneRefresh() {
        Guest guest = Guest.arriving(stage, People.ADA);
        Answers.fine(guest.files());
        google.killAccessTokens(People.ADA);

        guest.filesAtOnce(20).forEach(Answers::fine);

        assertEquals(1, guest.refreshes());
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, names = {"INVALID_TOKEN", "EMPTY_401"})
    void filesWhenDriveRefusesEveryTokenThenTwoCallsAndAnHonestAnswer(FaultKind refusal) {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.fault(StandInArea.DRIVE, refusal, People.ADA, Control.ALWAYS);

        Answers.problem(guest.files(), 502, "google_error");

        assertTrue(stage.google().counts().of(StandInArea.DRIVE, People.ADA) <= 2);
        assertEquals(1, guest.refreshes());
        assertEquals("active", guest.grantStatus());
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, names = {"INSUFFICIENT_FILE_PERMISSIONS", "INSUFFICIENT_PERMISSIONS",
        "RATE_LIMIT_EXCEEDED", "ACCESS_NOT_CONFIGURED"})
    void filesWhenDriveForbidsThenNothingIsRefreshed(FaultKind refusal) {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.fault(StandInArea.DRIVE, refusal, People.ADA, Control.ALWAYS);

        guest.files();

        assertEquals(1, stage.google().counts().of(StandInArea.DRIVE, People.ADA));
        assertEquals(0, guest.refreshes());
    }

    @Test
    void filesWhenGoogleRotatesTheRefreshTokenThenTheNewOneIsUsedNext() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.set(Switch.ROTATE_REFRESH_TOKENS, "true");
        google.set(Switch.OLD_REFRESH_TOKEN_DIES, "true");

        for (int time = 0; time < 3; time++) {
            Answers.fine(guest.files());
            google.killAccessTokens(People.ADA);
        }

        List<String> shown = stage.google().journal().entries(StandInArea.REFRESH).stream()
                .filter(entry -> People.ADA.equals(entry.person()))
                .map(entry -> entry.form().get("refresh_token").get(0)).toList();
        assertEquals(3, shown.size());
        assertEquals(3, shown.stream().distinct().count());
    }

    @Test
    void signInWhenGoogleSendsNoRefreshTokenThenTheStoredOneStays() {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "never");
        guest.signIn();
        google.killAccessTokens(People.ADA);

        Answers.fine(guest.files());

        assertEquals(1, guest.refreshes());
        assertEquals("active", guest.grantStatus());
    }

    @Test
    void signInWhenALateRefusalComesInThenTheNewGrantStandsAndThePersonStaysSignedIn() {
        Guest guest = Guest.withSpentToken(stage, People.ADA);
        google.set(Switch.REFRESH_TOKEN_ON_SIGN_IN, "always");
        google.killRefreshTokens(People.ADA);
        google.fault(StandInArea.REFRESH, Fault.slow(Duration.ofSeconds(4)), People.ADA, 1);

        CompletableFuture<HttpResponse<String>> late = guest.filesMeanwhile();
        Eventually.holds(Duration.ofSeconds(10), "the refresh is under way", () -> guest.refreshes() == 1);
        Guest returned = guest.elsewhere();
        assertFalse(late.isDone(), "the sign-in was faster");

        Answers.fine(late.join());
        Answers.fine(returned.files());
        assertEquals("active", returned.grantStatus());
        assertNotEquals("grant_lost:google_revoked", returned.timeline().get(0));
    }

    @ParameterizedTest
    @CsvSource({"missing, 300", "null, 300", "soon, 300", "-1, 300", "0, 300", "true, 300", "{}, 300", "'\"1800\"', 1800",
        "1800.9, 1800", "86401, 86400", "99999999999999999999, 86400"})
    void filesWhenExpiresInIsOddThenTheTokenHasAReasonableEnd(String told, long seconds) {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.set(Switch.EXPIRES_IN, People.ADA, told);
        google.killAccessTokens(People.ADA);
        Instant asked = Instant.now();

        Answers.fine(guest.files());

        long lifetime = Duration.between(asked, guest.tokenExpiresAt()).toSeconds();
        assertTrue(Math.abs(lifetime - seconds) <= 10, () -> told + " became " + lifetime + " s");
        Answers.fine(guest.files());
        assertEquals(1, guest.refreshes());
    }

    @Test
    void filesWhenARefreshBringsFewerScopesThenTheMissingOneIsNamedAndCanBeAskedFor() {
        Guest guest = Guest.arriving(stage, People.ADA);
        google.set(Switch.DROP_SCOPES_ON_REFRESH, People.ADA, "all");
        google.killAccessTokens(People.ADA);

        JsonObject problem = Answers.problem(guest.files(), 403, "google_scope_missing");

        assertEquals(DRIVE, problem.getAsJsonArray("missing_scopes").get(0).getAsString());
        assertEquals("scope_short", guest.grantStatus());
        assertEquals(DRIVE, guest.grant().getAsJsonArray("missing_scopes").get(0).getAsString());
        google.clear(Switch.DROP_SCOPES_ON_REFRESH, People.ADA);
        guest.follow(problem.get("sign_in").getAsString());
        Answers.fine(guest.files());
        assertEquals("active", guest.grantStatus());
    }

    /** Returns the number of different access tokens seen there since. */
    private long tokensShownTo(StandInArea area, Instant since) {
        return stage.google().journal().entries(area).stream().filter(entry -> entry.at().isAfter(since))
                .map(Journal.Entry::headers).map(headers -> headers.get("Authorization")).distinct().count();
    }
}
