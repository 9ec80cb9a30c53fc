package dev.holdfast.signin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.signin.entity.Departure;
import dev.holdfast.signin.entity.QueryString;
import dev.holdfast.signin.entity.Round;
import dev.holdfast.signin.entity.SignInRequest;
import dev.holdfast.signin.entity.SignInTransaction.Protection;
import dev.holdfast.signin.entity.Transactions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private static final SignInRequest PLAIN = SignInRequest.parse("/files", null, null, null);

    private final Departures departures = departures(GoogleAtHome.configured());

    /** RFC 9700 section 4.5.3.1: values MUST be transaction-specific. */
    @Test
    void firstWhenAHundredTabsBeginThenThreeHundredValues() {
        Set<String> values = new HashSet<>();
        for (int tab = 0; tab < 100; tab++) {
            Protection protection = departures.first(PLAIN).orElseThrow().transaction().protection();
            values.addAll(List.of(protection.state().reveal(), protection.nonce().reveal(),
                    protection.codeVerifier().reveal()));
        }

        assertEquals(300, values.size());
    }

    /** RFC 7636 sections 4.1 and 4.2. */
    @Test
    void firstWhenLeavingThenOnlyTheS256ChallengeTravels() {
        Departure departure = departures.first(PLAIN).orElseThrow();
        String verifier = departure.transaction().protection().codeVerifier().reveal();

        assertTrue(verifier.matches("[A-Za-z0-9._~-]{43,128}"));
        assertEquals("S256", parameter(departure, "code_challenge_method"));
        assertEquals(Hashes.sha256UrlSafe(verifier), parameter(departure, "code_challenge"));
        assertFalse(departure.authorizationRequest().toString().contains(verifier));
    }

    @Test
    void firstWhenNothingMoreIsAskedThenConfiguredScopesAndNoPrompt() {
        Departure departure = departures.first(PLAIN).orElseThrow();

        assertEquals("openid profile https://www.googleapis.com/auth/drive.readonly",
                parameter(departure, "scope"));
        assertEquals("offline", parameter(departure, "access_type"));
        assertEquals("http://localhost:9080/auth/callback", parameter(departure, "redirect_uri"));
        assertFalse(parameters(departure).containsKey("prompt"));
        assertFalse(parameters(departure).containsKey("login_hint"));
    }

    @Test
    void firstWhenScopesAreAskedThenThoseOnOfferAreAdded() {
        Departure departure = departures.first(SignInRequest.parse("/", "ada@example.com",
                GoogleAtHome.OPTIONAL_SCOPE + " https://evil.example/scope", null)).orElseThrow();

        assertTrue(parameter(departure, "scope").endsWith(" " + GoogleAtHome.OPTIONAL_SCOPE));
        assertFalse(parameter(departure, "scope").contains("evil"));
        assertEquals(Set.of(GoogleAtHome.OPTIONAL_SCOPE), departure.transaction().extraScopes());
        assertEquals("ada@example.com", parameter(departure, "login_hint"));
    }

    /** As a {@code sign_in} link names it. */
    @Test
    void firstWhenAnOfferedScopeIsAskedByItsLongNameThenItIsAdded() {
        Departure departure = departures.first(SignInRequest.parse("/", null,
                "https://www.googleapis.com/auth/userinfo.email", null)).orElseThrow();

        assertTrue(parameter(departure, "scope").endsWith(" email"), parameter(departure, "scope"));
    }

    @Test
    void againWhenNoRefreshTokenCameThenConsentIsForcedForTheSamePerson() {
        Departure first = departures.first(SignInRequest.parse("/", null, GoogleAtHome.OPTIONAL_SCOPE,
                null)).orElseThrow();

        Departure again = departures.again(first.transaction(), "1042").orElseThrow();

        assertEquals("consent", parameter(again, "prompt"));
        assertEquals("1042", parameter(again, "login_hint"));
        assertEquals(parameter(first, "scope"), parameter(again, "scope"));
        assertEquals(Round.CONSENT_FORCED, again.transaction().round());
        assertNotEquals(parameter(first, "state"), parameter(again, "state"));
    }

    /** After Google has refused for good, nobody should have to go there twice. */
    @Test
    void firstWhenConsentIsAskedForThenTheFirstTripForcesIt() {
        Departure departure = departures.first(SignInRequest.parse("/", "ada@example.com", null, "consent")).orElseThrow();

        assertEquals("consent", parameter(departure, "prompt"));
        assertEquals("ada@example.com", parameter(departure, "login_hint"));
        assertEquals(Round.FIRST, departure.transaction().round());
    }

    @Test
    void firstWhenAnotherAccountIsAskedForThenGoogleLetsThePersonChoose() {
        Departure departure = departures.first(SignInRequest.parse("/", null, null, "select_account")).orElseThrow();

        assertEquals("select_account", parameter(departure, "prompt"));
    }

    @Test
    void firstWhenGoogleCannotBeReachedThenEmpty() {
        assertTrue(departures(GoogleAtHome.away()).first(PLAIN).isEmpty());
    }

    private static Departures departures(GoogleAtHome google) {
        Departures departures = new Departures();
        departures.requests = google.requests();
        departures.google = google.config;
        departures.states = Seals.states();
        departures.clock = Clock.fixed(Transactions.BEGUN, ZoneOffset.UTC);
        return departures;
    }

    private static String parameter(Departure departure, String name) {
        List<String> values = parameters(departure).get(name);
        assertEquals(1, values.size());
        return values.get(0);
    }

    private static Map<String, List<String>> parameters(Departure departure) {
        return QueryString.parse(departure.authorizationRequest().getRawQuery()).orElseThrow();
    }
}
