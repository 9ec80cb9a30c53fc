package dev.holdfast.gateway.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L03: foreign content on our origin is inert. */
class AnswerHeadersTest {

    private static final Map<String, String> OURS = Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "sandbox; default-src 'none'");

    @Test
    void ofWhenGoogleSendsAllItHasThenOnlyThoseOfTheListTravel() {
        Map<String, String> expected = new TreeMap<>(OURS);
        expected.putAll(Map.of("Content-Type", "application/json; charset=UTF-8", "ETag", "\"1\"", "Retry-After", "3",
                "Last-Modified", "Mon, 30 Nov 2026 10:00:00 GMT", "Accept-Ranges", "bytes", "Content-Range", "bytes 0-1/2"));
        Map<String, String> sent = new TreeMap<>(expected);
        sent.putAll(Map.of("Set-Cookie", "a=b", "Access-Control-Allow-Origin", "*", "Location", "https://evil.example",
                "Alt-Svc", "h3", "Link", "<x>", "Server", "ESF", "Content-Disposition", "inline", "Refresh", "0;url=x",
                "Clear-Site-Data", "*", "Cache-Control", "public"));
        sent.put("Content-Security-Policy", "default-src *");
        sent.put("X-Content-Type-Options", "no");

        assertEquals(expected, new TreeMap<>(AnswerHeaders.of(name -> Optional.ofNullable(sent.get(name)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "APPLICATION/JSON; charset=utf-8", "text/event-stream", "text/plain;charset=utf-8",
        "image/png", "image/jpeg", "image/gif", "image/webp", "application/problem+json"})
    void ofWhenTheTypeRunsNothingThenItMayBeShown(String type) {
        Map<String, String> headers = of(type);

        assertEquals(type, headers.get("Content-Type"));
        assertEquals(null, headers.get("Content-Disposition"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/html | text/html", "text/html; charset=utf-8 | text/html; charset=utf-8", "image/svg+xml | image/svg+xml",
        "text/xml | text/xml", "application/xhtml+xml | application/xhtml+xml", "text/javascript | text/javascript",
        "application/pdf | application/pdf", "text/css | text/css", "multipart/mixed; boundary=AbC | multipart/mixed; boundary=AbC",
        "application/octet-stream | application/octet-stream", "json | application/octet-stream",
        "application/json, text/html | application/octet-stream", "text/pl\u0000ain | application/octet-stream",
        "text/plain; <script> | application/octet-stream", "'' | application/octet-stream"})
    void ofWhenTheTypeMightRunOrIsUnclearThenAnAttachment(String type, String told) {
        Map<String, String> headers = of(type);

        assertEquals(told, headers.get("Content-Type"));
        assertEquals("attachment", headers.get("Content-Disposition"));
    }

    @Test
    void ofWhenThereIsNoTypeThenAnAttachment() {
        assertEquals("attachment", AnswerHeaders.of(name -> Optional.empty()).get("Content-Disposition"));
    }

    @Test
    void ofWhenAValueWouldEndTheHeaderThenItIsLeftOut() {
        assertEquals(null, AnswerHeaders.of(name -> Optional.of("a\r\nSet-Cookie: b")).get("ETag"));
    }

    private static Map<String, String> of(String type) {
        return AnswerHeaders.of(name -> name.equals("Content-Type") ? Optional.of(type) : Optional.empty());
    }
}
