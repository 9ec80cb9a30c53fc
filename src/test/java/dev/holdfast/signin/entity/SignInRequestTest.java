package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.signin.entity.SignInRequest.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRequestTest {

    @Test
    void parseWhenCompleteThenEverythingTaken() {
        SignInRequest request = SignInRequest.parse("/files", "ada@example.com", " a  b ", null);

        assertEquals("/files", request.returnTo().path());
        assertEquals(Optional.of("ada@example.com"), request.loginHint());
        assertEquals(Set.of("a", "b"), request.scopes());
    }

    @Test
    void parseWhenNothingCameThenHomeWithoutHintOrScopes() {
        assertEquals(new SignInRequest(ReturnTo.HOME, Optional.empty(), Set.of(), Prompt.AS_NEEDED, Begun.HERE, Set.of()),
                SignInRequest.parse(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nb", "a\u0000"})
    void parseWhenHintIsNoAddressThenIgnored(String hint) {
        assertTrue(SignInRequest.parse(null, hint, null, null).loginHint().isEmpty());
    }

    @Test
    void parseWhenHintOrScopesAreOverlongThenIgnored() {
        SignInRequest request = SignInRequest.parse(null, "a".repeat(321), "s".repeat(4097), null);

        assertTrue(request.loginHint().isEmpty());
        assertTrue(request.scopes().isEmpty());
    }

    @Test
    void parseWhenAScopeRepeatsThenOnce() {
        assertEquals(Set.of("a"), SignInRequest.parse(null, null, "a a", null).scopes());
    }

    @Test
    void parseWhenAPromptIsAskedForThenOnlyByTheseWords() {
        assertEquals(Prompt.CONSENT, SignInRequest.parse(null, null, null, "consent").prompt());
        assertEquals(Prompt.SELECT_ACCOUNT, SignInRequest.parse(null, null, null, "select_account").prompt());
        for (String other : List.of("", "none", "login", "CONSENT", "consent select_account", " consent")) {
            assertEquals(Prompt.AS_NEEDED, SignInRequest.parse(null, null, null, other).prompt(), other);
        }
    }

    @Test
    void begunWhenAnotherSiteAsksThenItCannotAskForConsent() {
        SignInRequest asked = SignInRequest.parse("/files", null, null, "consent");

        assertEquals(Prompt.CONSENT, asked.begun(Begun.HERE, Set.of()).prompt());
        assertEquals(Prompt.AS_NEEDED, asked.begun(Begun.ELSEWHERE, Set.of()).prompt());
    }

    /** Fetch Metadata section 2.2; a browser that does not tell is believed. */
    @Test
    void begunByWhenTheBrowserTellsThenHereOrElsewhere() {
        assertEquals(Begun.ELSEWHERE, Begun.by(List.of("cross-site")));
        assertEquals(Begun.ELSEWHERE, Begun.by(List.of("same-site")));
        assertEquals(Begun.HERE, Begun.by(List.of("same-origin")));
        assertEquals(Begun.HERE, Begun.by(List.of("none")));
        assertEquals(Begun.HERE, Begun.by(List.of()));
    }
}
