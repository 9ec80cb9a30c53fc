package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9700 section 4.11.1: a client MUST NOT be an open redirector. */
class ReturnToTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example",
        "https://evil.example", "HTTPS://evil.example/", "javascript:alert(1)", "%2f%2fevil.example",
        "/%2f/evil.example", "/%2F%2Fevil.example", "/%5cevil.example", "/%5Cevil.example", "\t//evil.example",
        "/\t/evil.example", "/\n/evil.example", "\r\n//evil.example", " /files", "/files /x", "/./evil", "/..//evil.example",
        "/a/../..//evil.example", "/%2e%2e//evil", "/.//evil.example", "/%09/evil.example", "/%0d%0aSet-Cookie:x",
        "files", "?q=1", "#x", "evil.example", "@evil.example", ":80/x", "/files\u0000", "/f\u00fcr", "/files|x",
        "/%zz", "/a//b", "/\u2215evil.example"})
    void parseWhenItCouldLeadElsewhereThenHome(String text) {
        assertEquals(ReturnTo.HOME, ReturnTo.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files", "/files?q=a%20b&pageToken=x//y", "/files/1#top", "/account?tab=%C3%BC", "/f%20g",
        "/files?u=https://evil.example", "/authors", "/apis", "/login?reason=idle", "/healthy", "/files?name=a.b;c",
        "/files/v2.0/notes", "/openapis/ui"})
    void parseWhenPathOnOurOriginThenTaken(String text) {
        assertEquals(text, ReturnTo.parse(text).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth", "/AUTH/login", "/api/account", "/auth/login?return_to=/auth/login",
        "/%61pi/account", "/a%70i", "/%41PI/account", "/api%20x/../api", "/api;x=1/account", "/%61uth/login", "/health", "/health/ready",
        "/openapi", "/openapi/ui/", "/OpenAPI/ui/", "/metrics?scope=base", "/ibm_security_logout?logoutExitPage=/x",
        "/%69bm_security_logout", "/ibm/api/x", "/jwt/ibm/api/defaultJWT/jwk", "/j_security_check", "/ibm_security_logout1?logoutExitPage=/x",
        "/files/j_security_checkx", "/installation/logo",
        "/.well-known/jwks.json", "/main.js", "/favicon.ico?x=1", "/files/report.pdf", "/files%3Bx=1", "/files;x=1"})
    void parseWhenNoPageThenHome(String text) {
        assertEquals(ReturnTo.HOME, ReturnTo.parse(text));
    }

    @Test
    void parseWhenTooLongForTheCookieThenHome() {
        assertEquals(ReturnTo.HOME, ReturnTo.parse("/" + "a".repeat(600)));
        assertEquals(600, ReturnTo.parse("/" + "a".repeat(599)).path().length());
    }
}
