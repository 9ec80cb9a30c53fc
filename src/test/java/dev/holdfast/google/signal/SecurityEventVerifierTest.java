package dev.holdfast.google.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.signal.SecurityEventVerifier.Verdict;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.SetDraft;
import dev.holdfast.standin.signal.SetForgery;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8417 and 8935, and Google's page about Cross-Account Protection: which tokens count. */
class SecurityEventVerifierTest {

    private static final String OURS = "sessions-revoked";
    private static final String COMPANY = "https://id.fernhill.example";

    private final StandInGoogle google = StandInGoogle.start();
    private GoogleHttp http;
    private SecurityEventVerifier verifier;

    @BeforeEach
    void start() {
        Settings settings = SettingsOf.google(google.origin().toString(), Map.of(
                "holdfast.google.client-id", google.clientId(), "holdfast.google.timeout", "PT5S",
                "holdfast.google.signals", "on", "holdfast.google.former-client-ids", "former-1, former-2",
                "holdfast.signals.company.issuer", COMPANY, "holdfast.signals.company.audience", "holdfast-signals",
                "holdfast.signals.company.jwks-uri", google.origin() + "/oauth2/v3/certs"));
        GoogleConfig config = new GoogleConfig(settings);
        http = new GoogleHttp(config);
        verifier = new SecurityEventVerifier(config, new SignalConfig(settings, config), http, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        http.close();
        google.close();
    }

    @Test
    void verifyWhenAllIsWellThenTheEventIsTold() {
        SecurityEvent event = accepted(google.signals().about(People.ADA, "account-disabled").with("reason", "hijacking"));

        assertEquals(SignalType.ACCOUNT_DISABLED, event.type());
        assertEquals(Optional.of(google.people().get(People.ADA).sub()), event.subject());
        assertEquals(Optional.of("hijacking"), event.reason());
        assertTrue(event.isFromGoogle());
    }

    @ParameterizedTest
    @CsvSource({
        "other_key, invalid_key, signature",
        "unknown_kid, invalid_key, kid",
        "hs256_with_public_key, invalid_key, alg",
        "alg_none, invalid_request, form",
        "no_token, invalid_request, form",
        "foreign_issuer, invalid_issuer, iss",
        "foreign_audience, invalid_audience, aud",
        "no_jti, invalid_request, jti",
        "no_iat, invalid_request, iat",
        "ahead, invalid_request, iat",
        "two_events, invalid_request, events",
        "no_events, invalid_request, events",
        "access_token_type, invalid_key, signature"})
    void verifyWhenForgedThenRefusedInTheWordsOfRfc8935(String forgery, String err, String check) {
        Verdict verdict = verify(google.signals().about(People.ADA, OURS), SetForgery.of(forgery));

        Verdict.Refused refused = assertInstanceOf(Verdict.Refused.class, verdict);
        assertEquals(err + " " + check, refused.refusal().code() + " " + refused.check());
    }

    @Test
    void verifyWhenItsExpIsPastThenItCounts() {
        assertInstanceOf(Verdict.Accepted.class, verify(google.signals().about(People.ADA, OURS), SetForgery.EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JWT", "secevent+jwt", "SECEVENT+JWT"})
    void verifyWhenItsTypeIsThatOfASignalOrOfNothingThenItCounts(String type) {
        accepted(google.signals().about(People.ADA, OURS).typed(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s/", "%s", ""})
    void verifyWhenTheIssuerHasOneOfGooglesSpellingsThenItCounts(String spelling) {
        String origin = google.origin().toString();
        String issuer = spelling.isEmpty() ? google.origin().getAuthority() : spelling.formatted(origin);

        accepted(google.signals().about(People.ADA, OURS).from(issuer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"former-1", "former-2"})
    void verifyWhenMeantForAFormerClientThenItCounts(String client) {
        accepted(google.signals().about(People.ADA, OURS).to(client));
    }

    @ParameterizedTest
    @CsvSource({"59, Accepted", "75, Refused"})
    void verifyWhenIssuedInTheFutureThenAMinuteIsForgiven(int ahead, String verdict) {
        SetDraft draft = google.signals().about(People.ADA, OURS).earlier(Duration.ofSeconds(-ahead));

        assertEquals(verdict, verify(draft, SetForgery.NONE).getClass().getSimpleName());
    }

    @ParameterizedTest
    @EnumSource(value = SetForgery.class, names = {"FOREIGN_ISSUER", "FOREIGN_AUDIENCE", "NO_JTI", "NO_EVENTS",
        "ALG_NONE", "HS256_WITH_PUBLIC_KEY", "NO_TOKEN"})
    void verifyWhenTheClaimsAreWrongThenNoKeyIsFetched(SetForgery forgery) {
        verify(google.signals().about(People.ADA, OURS), forgery);

        assertEquals(0, google.counts().of(StandInArea.CERTS) + google.counts().of(StandInArea.DISCOVERY));
    }

    @Test
    void verifyWhenStrangersSendUnknownKeyIdsThenTheKeysAreFetchedOnce() {
        for (int times = 0; times < 20; times++) {
            verify(google.signals().about(People.ADA, OURS), SetForgery.UNKNOWN_KID);
        }
        assertEquals(1, google.counts().of(StandInArea.CERTS));
    }

    @Test
    void verifyWhenTheKeysCannotBeFetchedThenItMayComeAgain() {
        google.control().fault(StandInArea.CERTS, FaultKind.JSON_503);

        assertInstanceOf(Verdict.KeysUnavailable.class, verify(google.signals().about(People.ADA, OURS), SetForgery.NONE));
    }

    @Test
    void verifyWhenItComesTwiceThenItsKeyIsTheSameWhateverTheSpelling() {
        SetDraft draft = google.signals().about(People.ADA, OURS);

        assertEquals(accepted(draft).key(), accepted(draft.from(google.origin().toString())).key());
    }

    @Test
    void verifyWhenAnotherTransmitterSendsASharedSignalThenItCountsAsThatOfAnother() {
        SecurityEvent event = accepted(google.signals().about(People.ADA,
                "https://schemas.openid.net/secevent/caep/event-type/session-revoked").asSharedSignal()
                .from(COMPANY).to("holdfast-signals"));

        assertEquals(SignalType.SESSIONS_REVOKED, event.type());
        assertEquals(Optional.of(google.people().get(People.ADA).sub()), event.subject());
        assertEquals(false, event.isFromGoogle());
    }

    @Test
    void verifyWhenATokenForOneReceiverIsFromAnotherTransmitterThenItIsRefused() {
        Verdict verdict = verify(google.signals().about(People.ADA, OURS).from(COMPANY), SetForgery.NONE);

        assertEquals(SetRefusal.INVALID_AUDIENCE, assertInstanceOf(Verdict.Refused.class, verdict).refusal());
    }

    private SecurityEvent accepted(SetDraft draft) {
        Verdict verdict = verify(draft, SetForgery.NONE);
        return assertInstanceOf(Verdict.Accepted.class, verdict, verdict.toString()).event();
    }

    private Verdict verify(SetDraft draft, SetForgery forgery) {
        return verifier.verify(google.signals().token(draft, forgery));
    }
}
