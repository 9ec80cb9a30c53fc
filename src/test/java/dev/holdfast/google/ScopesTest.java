package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScopesTest {

    private static final String AUTH = "https://www.googleapis.com/auth/";

    @Test
    void parseWhenShortAndLongNamesMixThenOneSpelling() {
        assertEquals(Set.of("openid", AUTH + "userinfo.email", AUTH + "userinfo.profile"),
                Scopes.parse("  profile openid email " + AUTH + "userinfo.email "));
    }

    @Test
    void missingWhenGoogleAnswersInItsOwnWordsThenNothingIsMissing() {
        assertEquals(Set.of(), Scopes.missing(List.of("openid", "email"), List.of(AUTH + "userinfo.email", "openid", "x")));
    }

    @Test
    void missingWhenABoxWasUntickedThenThatScope() {
        assertEquals(Set.of(AUTH + "drive.readonly"),
                Scopes.missing(List.of("email", AUTH + "drive.readonly"), List.of("email", "openid")));
    }

    @Test
    void splitWhenAskingThenNamesAndOrderStay() {
        assertEquals(List.of("openid", "email"), List.copyOf(Scopes.split("openid  email openid")));
        assertEquals(Set.of(), Scopes.split(" "));
    }

    @Test
    void fittingWhenThereAreTooManyThenTheShortestStayAndTheListFits() {
        Set<String> scopes = IntStream.range(0, 100).mapToObj(number -> "https://example.com/" + "s".repeat(number))
                .collect(Collectors.toSet());

        Set<String> fitting = Scopes.fitting(scopes, 1000);

        assertTrue(String.join(" ", fitting).length() <= 1000);
        assertTrue(fitting.contains("https://example.com/") && fitting.size() > 20);
        assertEquals(Set.of("b", "a"), Scopes.fitting(Set.of("a", "b"), 4));
    }
}
