package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.signin.entity.AuthorizationResponse.Failed;
import dev.holdfast.signin.entity.AuthorizationResponse.Granted;
import dev.holdfast.signin.entity.AuthorizationResponse.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationResponseTest {

    /** RFC 6749 section 4.1.2: unrecognised parameters MUST be ignored. */
    @Test
    void ofWhenCodeAndStateThenGrantedWhateverElseComes() {
        Granted granted = assertInstanceOf(Granted.class,
                parse("state=s&code=4%2F0A&scope=a+b&authuser=0&prompt=none&hd=example.com&iss=https://i"));

        assertEquals("4/0A", granted.code().reveal());
        assertEquals("s", granted.state().reveal());
        assertEquals(List.of("https://i"), granted.issuers());
    }

    @Test
    void ofWhenErrorAndStateThenFailed() {
        Failed failed = assertInstanceOf(Failed.class, parse("state=s&error=access_denied&error_description=%3Cscript%3E"));

        assertEquals("access_denied", failed.error());
        assertTrue(failed.issuers().isEmpty());
    }

    /** RFC 6749 section 3.1: parameters MUST NOT be included more than once. */
    @ParameterizedTest
    @ValueSource(strings = {"", "state=s", "code=c", "state=&code=c", "state=s&code=", "state=s&code=c&error=access_denied",
        "state=s&code=c&code=c", "state=s&state=s&code=c", "state=s&code=c&iss=a&iss=a", "state=s&code=c&hd=a&hd=b",
        "state=s&error=a&error=b"})
    void ofWhenMissingDoubledOrContradictoryThenMalformed(String query) {
        assertInstanceOf(Malformed.class, parse(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "state", "iss", "error"})
    void ofWhenOverlongThenMalformed(String name) {
        String others = "state=s&code=c&iss=i&error=e".replaceAll("&?" + name + "=.", "");

        assertInstanceOf(Malformed.class, parse(others + "&" + name + "=" + "x".repeat(1025)));
    }

    @Test
    void givenStatesWhenMalformedThenAllOfThemSoThatTheirCookiesGo() {
        assertEquals(2, parse("state=a&state=b&code=c").givenStates().size());
        assertEquals(1, parse("state=a&code=c&error=e").givenStates().size());
    }

    @Test
    void toStringWhenPrintedThenNoCode() {
        assertTrue(parse("state=s3cr3t&code=c0de").toString().matches("(?s)(?!.*(s3cr3t|c0de)).*"));
    }

    private static AuthorizationResponse parse(String query) {
        return AuthorizationResponse.of(QueryString.parse(query).orElseThrow());
    }
}
