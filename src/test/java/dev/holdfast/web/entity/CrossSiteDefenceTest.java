package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteDefenceTest {

    private static final String OWN = "https://app.example.com";

    private final CrossSiteDefence defence = new CrossSiteDefence(OWN);

    /** Contract section 1: only same-origin, or exactly our Origin where the browser is silent. */
    @ParameterizedTest
    @CsvSource({
        "same-origin,               ,                               true",
        "same-origin,               https://app.example.com,        true",
        "same-origin,               https://evil.example.com,       false",
        "same-site,                 https://app.example.com,        false",
        "cross-site,                https://app.example.com,        false",
        "none,                      https://app.example.com,        false",
        "none,                      ,                               false",
        "SAME-ORIGIN,               ,                               false",
        ",                          https://app.example.com,        true",
        ",                          https://app.example.com:443,    false",
        ",                          https://app.example.com/,       false",
        ",                          http://app.example.com,         false",
        ",                          https://app.example.com.evil,   false",
        ",                          null,                           false",
        ",                          ,                               false"})
    void admitsWhenPostByCookieThenOnlyProvenOwn(String site, String origin, boolean admitted) {
        assertEquals(admitted, defence.admits("/auth/token/refresh", source("POST", site, null, origin)));
        assertEquals(admitted, defence.admits("/auth/logout", source("POST", site, null, origin)));
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin,   ,                           true",
        "none,          ,                           true",
        ",              ,                           true",
        ",              https://app.example.com,    true",
        "same-site,     ,                           false",
        "cross-site,    ,                           false",
        "cross-site,    https://app.example.com,    false",
        ",              https://evil.example.com,   false",
        "same-origin,   https://evil.example.com,   false",
        ",              null,                       false"})
    void admitsWhenUnsafeByBearerThenAnythingButForeign(String site, String origin, boolean admitted) {
        assertEquals(admitted, defence.admits("/api/google/grant", source("DELETE", site, null, origin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "frame", "embed", "object", "fencedframe", "script", "image", "style", "worker"})
    void admitsWhenLoadedAsPartOfAPageThenRefused(String destination) {
        assertFalse(defence.admits("/auth/login", source("GET", "same-origin", destination, null)));
        assertFalse(defence.admits("/api/account", source("GET", "cross-site", destination, null)));
    }

    @Test
    void admitsWhenNavigatedToFromElsewhereThenSignInBegins() {
        assertTrue(defence.admits("/auth/login", source("GET", "cross-site", "document", null)));
    }

    @Test
    void admitsWhenCallbackThenAlwaysAnswered() {
        assertTrue(defence.admits("/auth/callback", source("GET", "cross-site", "iframe", null)));
    }

    @Test
    void admitsWhenPageIsAskedFromElsewhereThenServed() {
        assertTrue(defence.admits("/files", source("GET", "cross-site", "document", null)));
        assertTrue(defence.admits("/main-ABCDEFGH.js", source("GET", "same-origin", "script", null)));
    }

    @Test
    void admitsWhenHeaderComesTwiceThenRefused() {
        RequestSource twice = new RequestSource("POST", List.of("same-origin", "same-origin"), List.of(), List.of(OWN));

        assertFalse(defence.admits("/auth/logout", twice));
        assertFalse(defence.admits("/api/sessions",
                new RequestSource("DELETE", List.of(), List.of(), List.of(OWN, OWN))));
    }

    private static RequestSource source(String method, String site, String destination, String origin) {
        return new RequestSource(method, listOf(site), listOf(destination), listOf(origin));
    }

    private static List<String> listOf(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
