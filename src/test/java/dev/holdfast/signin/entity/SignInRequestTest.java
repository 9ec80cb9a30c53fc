package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRequestTest {

    @Test
    void parseWhenCompleteThenEverythingTaken() {
        SignInRequest request = SignInRequest.parse("/files", "ada@example.com", " a  b ", Optional.empty());

        assertEquals("/files", request.returnTo().path());
        assertEquals(Optional.of("ada@example.com"), request.loginHint());
        assertEquals(Set.of("a", "b"), request.scopes());
    }

    @Test
    void parseWhenNothingCameThenHomeWithoutHintOrScopes() {
        assertEquals(new SignInRequest(ReturnTo.HOME, Optional.empty(), Set.of(), Optional.empty()),
                SignInRequest.parse(null, null, null, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nb", "a\u0000"})
    void parseWhenHintIsNoAddressThenIgnored(String hint) {
        assertTrue(SignInRequest.parse(null, hint, null, Optional.empty()).loginHint().isEmpty());
    }

    @Test
    void parseWhenHintOrScopesAreOverlongThenIgnored() {
        SignInRequest request = SignInRequest.parse(null, "a".repeat(321), "s".repeat(4097), Optional.empty());

        assertTrue(request.loginHint().isEmpty());
        assertTrue(request.scopes().isEmpty());
    }

    @Test
    void parseWhenAScopeRepeatsThenOnce() {
        assertEquals(Set.of("a"), SignInRequest.parse(null, null, "a a", Optional.empty()).scopes());
    }
}
