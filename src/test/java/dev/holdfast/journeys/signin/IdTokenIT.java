package dev.holdfast.journeys.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.SetCookie;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The identity that Google states, and the conditions under which Holdfast believes it (security group B). */
@OnStage
class IdTokenIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** In this time, unknown key ids make Holdfast fetch Google's keys at most twice. */
    private static final Duration REFETCH_PAUSE = Duration.ofSeconds(5);

    private Stage stage;
    private Control google;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        google.changeSub(People.ADA, UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"ALG_NONE", "HS256_WITH_PUBLIC_KEY", "WRONG_ISS", "GOOGLE_LEGACY_ISS", "WRONG_AUD", "FOREIGN_AZP",
        "WRONG_NONCE", "NO_NONCE", "NO_EXP", "EXPIRED", "IAT_TOMORROW", "NO_SUB", "BAD_AT_HASH", "FOREIGN_KEY",
        "MALFORMED", "NO_ID_TOKEN"})
    void signInWhenTheIdTokenIsFaultyThenItIsRefused(IdTokenFault fault) {
        google.idToken(fault);

        assertEquals("sign_in_refused", reasonOf(signIn()));
    }

    /** Keys that a token itself names are never used nor fetched (RFC 8725 section 3.10). */
    @ParameterizedTest
    @EnumSource(names = {"UNPUBLISHED_KID", "JKU_HEADER", "JWK_HEADER"})
    void signInWhenTheKeyIsNotOneOfGooglesThenItIsRefused(IdTokenFault fault) {
        google.idToken(fault);

        Eventually.holds(PATIENCE, "Google's keys may be asked for again, and the token is refused",
                () -> "sign_in_refused".equals(reasonOf(signIn())));
        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "SCHEMELESS_ISS", "AUD_ARRAY", "NO_AZP", "NO_AT_HASH", "EMAIL_UNVERIFIED", "NO_EMAIL"})
    void signInWhenTheIdTokenIsUnusualButCorrectThenItIsAccepted(IdTokenFault permitted) {
        google.idToken(permitted);
        Browser browser = stage.browser();

        browser.signIn(People.ADA);

        Answers.fine(browser.get("/api/account"));
    }

    @Test
    void accountWhenThereIsNoAddressThenTheTokenNamesTheAccount() {
        google.idToken(IdTokenFault.NO_EMAIL);
        Browser browser = stage.browser();
        browser.signIn(People.ADA);

        JsonObject account = Browser.json(browser.get("/api/account"));
        assertTrue(account.get("email").isJsonNull());
        assertEquals(account.get("id"), Jws.claims(browser.accessToken()).get("upn"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3630, -45, 45})
    void signInWhenGooglesClockIsSlightlyOffThenItIsAccepted(long seconds) {
        google.advance(Duration.ofSeconds(seconds));

        assertEquals("", reasonOf(signIn()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3690, 90, 3600})
    void signInWhenGooglesClockIsFarOffThenItIsRefused(long seconds) {
        google.advance(Duration.ofSeconds(seconds));

        assertEquals("sign_in_refused", reasonOf(signIn()));
    }

    /** The subject is the identity (OpenID Connect Core section 5.7); an address may pass to another person. */
    @Test
    void accountWhenTheAddressIsRecycledThenItIsAnotherAccount() {
        String first = accountAfterSignIn().get("id").getAsString();
        google.revoke(People.ADA);
        google.changeSub(People.ADA, UUID.randomUUID().toString());

        JsonObject second = accountAfterSignIn();

        assertNotEquals(first, second.get("id").getAsString());
        assertEquals(People.ADA, second.get("email").getAsString());
    }

    @Test
    void accountWhenTheAddressChangesThenItIsTheSameAccount() {
        String first = accountAfterSignIn().get("id").getAsString();
        google.changeEmail(People.ADA, "ada.new@mail.example");

        JsonObject second = accountAfterSignIn();

        assertEquals(first, second.get("id").getAsString());
        assertEquals("ada.new@mail.example", second.get("email").getAsString());
    }

    @Test
    void signInWhenTheAddressIsThatOfAnotherAccountThenNothingIsLinked() {
        Browser bruno = stage.browser();
        bruno.signIn(People.BRUNO);
        google.idToken(IdTokenFault.EMAIL_UNVERIFIED);
        google.changeEmail(People.ADA, People.BRUNO);

        assertNotEquals(Browser.json(bruno.get("/api/account")).get("id"), accountAfterSignIn().get("id"));
    }

    @Test
    void signInWhenGooglesKeysRotateThenTheNewKeyIsFound() {
        signIn();
        google.rotateKeys();

        Eventually.holds(PATIENCE, "sign-in with the new key", () -> reasonOf(signIn()).isEmpty());
    }

    @Test
    void signInWhenTwoHundredUnknownKeysComeThenGoogleIsAskedForItsKeysAFewTimes() {
        signIn();
        google.idToken(IdTokenFault.UNPUBLISHED_KID);
        long before = stage.google().counts().of(StandInArea.CERTS);
        Instant begun = Instant.now();

        Set<String> reasons = IntStream.range(0, 200).parallel().mapToObj(attempt -> reasonOf(signIn()))
                .collect(Collectors.toSet());

        long pauses = Duration.between(begun, Instant.now()).dividedBy(REFETCH_PAUSE) + 1;
        long fetches = stage.google().counts().of(StandInArea.CERTS) - before;
        assertTrue(fetches <= 2 * pauses + 1, fetches + " fetches in " + pauses + " pauses");
        assertFalse(reasons.contains(""), reasons::toString);
    }

    @Test
    void signInWhenTheKeysCannotBeFetchedThenKnownKeysServeOn() {
        signIn();
        google.fault(StandInArea.CERTS, FaultKind.JSON_503);

        assertEquals("", reasonOf(signIn()));
    }

    @Test
    void signInWhenTheKeyIsUnknownAndCannotBeFetchedThenItFailsClosedUntilItCan() {
        signIn();
        google.fault(StandInArea.CERTS, FaultKind.JSON_503);
        google.replaceKeys();

        assertTrue(Set.of("google_unavailable", "sign_in_refused").contains(reasonOf(signIn())));

        google.clear();
        Eventually.holds(PATIENCE, "sign-in with the new key", () -> reasonOf(signIn()).isEmpty());
    }

    private HttpResponse<String> signIn() {
        Browser browser = stage.browser();
        return browser.comeBack(browser.goToGoogle("/auth/login"), People.ADA, "all");
    }

    private JsonObject accountAfterSignIn() {
        Browser browser = stage.browser();
        browser.signIn(People.ADA);
        return Browser.json(browser.get("/api/account"));
    }

    /** Returns the reason of a refusal; empty after a successful sign-in. */
    private String reasonOf(HttpResponse<String> back) {
        String location = back.headers().firstValue("Location").orElseThrow();
        boolean hasSession = SetCookie.all(back).stream().anyMatch(cookie -> cookie.name().equals("holdfast"));
        String login = stage.holdfast().origin() + "/login?reason=";
        assertNotEquals(location.startsWith(login), hasSession, location);
        return hasSession ? "" : location.substring(login.length());
    }
}
