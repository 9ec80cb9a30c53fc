package dev.holdfast.signin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.signin.entity.Attempt;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.QueryString;
import dev.holdfast.signin.entity.SignInDeparture.NotNow;
import dev.holdfast.signin.entity.SignInDeparture.ToGoogle;
import dev.holdfast.signin.entity.SignInRedirect;
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

class SignInStartTest {

    private static final SignInRequest PLAIN = SignInRequest.parse("/files", null, null, null);

    private final SignInStart signInStart = signInStart(GoogleAtHome.configured());

    /** RFC 9700 section 4.5.3.1: values MUST be transaction-specific. */
    @Test
    void firstWhenAHundredTabsBeginThenThreeHundredValues() {
        Set<String> values = new HashSet<>();
        for (int tab = 0; tab < 100; tab++) {
            Protection protection = first(PLAIN).transaction().protection();
            values.addAll(List.of(protection.state().reveal(), protection.nonce().reveal(),
                    protection.codeVerifier().reveal()));
        }

        assertEquals(300, values.size());
    }

    /** RFC 7636 sections 4.1 and 4.2. */
    @Test
    void firstWhenLeavingThenOnlyTheS256ChallengeTravels() {
        SignInRedirect redirect = first(PLAIN);
        String verifier = redirect.transaction().protection().codeVerifier().reveal();

        assertTrue(verifier.matches("[A-Za-z0-9._~-]{43,128}"));
        assertEquals("S256", parameter(redirect, "code_challenge_method"));
        assertEquals(Hashes.sha256UrlSafe(verifier), parameter(redirect, "code_challenge"));
        assertFalse(redirect.authorizationRequest().toString().contains(verifier));
    }

    @Test
    void firstWhenNothingMoreIsAskedThenConfiguredScopesAndNoPrompt() {
        SignInRedirect redirect = first(PLAIN);

        assertEquals("openid profile https://www.googleapis.com/auth/drive.readonly",
                parameter(redirect, "scope"));
        assertEquals("offline", parameter(redirect, "access_type"));
        assertEquals("http://localhost:9080/auth/callback", parameter(redirect, "redirect_uri"));
        assertFalse(parameters(redirect).containsKey("prompt"));
        assertFalse(parameters(redirect).containsKey("login_hint"));
    }

    @Test
    void firstWhenScopesAreAskedThenThoseOnOfferAreAdded() {
        SignInRedirect redirect = first(SignInRequest.parse("/", "ada@example.com",
                GoogleAtHome.OPTIONAL_SCOPE + " https://evil.example/scope", null));

        assertTrue(parameter(redirect, "scope").endsWith(" " + GoogleAtHome.OPTIONAL_SCOPE));
        assertFalse(parameter(redirect, "scope").contains("evil"));
        assertEquals(Set.of(GoogleAtHome.OPTIONAL_SCOPE), redirect.transaction().extraScopes());
        assertEquals("ada@example.com", parameter(redirect, "login_hint"));
    }

    /** The long name, as a {@code sign_in} link has it. */
    @Test
    void firstWhenAnOfferedScopeIsAskedByItsLongNameThenItIsAdded() {
        SignInRedirect redirect = first(SignInRequest.parse("/", null,
                "https://www.googleapis.com/auth/userinfo.email", null));

        assertTrue(parameter(redirect, "scope").endsWith(" email"), parameter(redirect, "scope"));
    }

    @Test
    void againWhenNoRefreshTokenCameThenConsentIsForcedForTheSamePerson() {
        SignInRedirect first = first(SignInRequest.parse("/", null, GoogleAtHome.OPTIONAL_SCOPE,
                null));

        SignInRedirect again = signInStart.again(first.transaction(), "1042").orElseThrow();

        assertEquals("consent", parameter(again, "prompt"));
        assertEquals("1042", parameter(again, "login_hint"));
        assertEquals(parameter(first, "scope"), parameter(again, "scope"));
        assertEquals(Attempt.CONSENT_FORCED, again.transaction().attempt());
        assertNotEquals(parameter(first, "state"), parameter(again, "state"));
    }

    /** After Google has refused for good, one trip is enough. */
    @Test
    void firstWhenConsentIsAskedForThenTheFirstTripForcesIt() {
        SignInRedirect redirect = first(SignInRequest.parse("/", "ada@example.com", null, "consent"));

        assertEquals("consent", parameter(redirect, "prompt"));
        assertEquals("ada@example.com", parameter(redirect, "login_hint"));
        assertEquals(Attempt.FIRST, redirect.transaction().attempt());
    }

    @Test
    void firstWhenAnotherAccountIsAskedForThenGoogleLetsThePersonChoose() {
        SignInRedirect redirect = first(SignInRequest.parse("/", null, null, "select_account"));

        assertEquals("select_account", parameter(redirect, "prompt"));
    }

    @Test
    void firstWhenGoogleCannotBeReachedThenNotNow() {
        assertEquals(new NotNow(LoginReason.GOOGLE_UNAVAILABLE), signInStart(GoogleAtHome.away()).first(PLAIN));
    }

    private SignInRedirect first(SignInRequest asked) {
        return ((ToGoogle) signInStart.first(asked)).redirect();
    }

    private static SignInStart signInStart(GoogleAtHome google) {
        SignInStart signInStart = new SignInStart();
        signInStart.requests = google.requests();
        signInStart.google = google.config;
        signInStart.states = Seals.states();
        signInStart.signedIn = new SignedInPerson();
        signInStart.clock = Clock.fixed(Transactions.BEGUN, ZoneOffset.UTC);
        return signInStart;
    }

    private static String parameter(SignInRedirect redirect, String name) {
        List<String> values = parameters(redirect).get(name);
        assertEquals(1, values.size());
        return values.get(0);
    }

    private static Map<String, List<String>> parameters(SignInRedirect redirect) {
        return QueryString.parse(redirect.authorizationRequest().getRawQuery()).orElseThrow();
    }
}
