package dev.holdfast.gateway.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L02: which headers travel to Google. */
class RequestHeadersTest {

    @Test
    void ofWhenABrowserSendsAllItHasThenOnlyThoseOfTheListTravel() {
        RequestHeaders headers = of(Map.ofEntries(
                Map.entry("Accept", List.of("application/json", "text/plain")), Map.entry("If-Match", List.of("\"1\"")),
                Map.entry("If-None-Match", List.of("*")), Map.entry("Range", List.of("bytes=0-9")),
                Map.entry("If-Modified-Since", List.of("Mon, 30 Nov 2026 10:00:00 GMT")),
                Map.entry("X-Goog-FieldMask", List.of("names")), Map.entry("Content-Type", List.of("application/json")),
                Map.entry("Cookie", List.of("holdfast=secret")), Map.entry("Authorization", List.of("Bearer ours")),
                Map.entry("Host", List.of("evil.example")), Map.entry("X-Forwarded-For", List.of("192.0.2.1")),
                Map.entry("Forwarded", List.of("for=192.0.2.1")), Map.entry("X-Goog-User-Project", List.of("other")),
                Map.entry("X-Goog-Api-Key", List.of("key")), Map.entry("X-Goog-Upload-Protocol", List.of("resumable")),
                Map.entry("Connection", List.of("x-secret")), Map.entry("Transfer-Encoding", List.of("chunked")),
                Map.entry("Content-Length", List.of("3")), Map.entry("Origin", List.of("https://a.example")),
                Map.entry("Referer", List.of("https://a.example/")), Map.entry("traceparent", List.of("00-1-2-01")),
                Map.entry("Accept-Encoding", List.of("gzip")), Map.entry("Expect", List.of("100-continue")))).orElseThrow();

        assertEquals(Map.of("Accept", "application/json, text/plain", "If-Match", "\"1\"", "If-None-Match", "*",
                "Range", "bytes=0-9", "If-Modified-Since", "Mon, 30 Nov 2026 10:00:00 GMT", "X-Goog-FieldMask", "names"),
                headers.values());
        assertEquals(Optional.of("application/json"), headers.contentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "x-http-method-override"})
    void ofWhenAnotherMethodIsAskedForThenRefused(String name) {
        assertEquals(Optional.empty(), of(Map.of(name, List.of("GET"))));
        assertEquals(Optional.empty(), of(Map.of(name, List.of(""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: b", "a\u0000", "é", "\u2028"})
    void ofWhenAValueIsNotPlainThenRefused(String value) {
        assertEquals(Optional.empty(), of(Map.of("If-Match", List.of(value))));
        assertEquals(Optional.empty(), of(Map.of("Content-Type", List.of(value))));
    }

    @Test
    void ofWhenAValueIsOverlongThenRefused() {
        assertEquals(Optional.empty(), of(Map.of("Range", List.of("x".repeat(2001)))));
    }

    private static Optional<RequestHeaders> of(Map<String, List<String>> sent) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(sent);
        return RequestHeaders.of(name -> byName.getOrDefault(name, List.of()));
    }
}
