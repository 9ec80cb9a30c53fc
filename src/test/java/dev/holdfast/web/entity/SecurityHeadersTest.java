package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.web.entity.SecurityHeaders.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecurityHeadersTest {

    @Test
    void ofWhenSubDomainsAreIncludedThenBrowsersInsistThereToo() {
        assertEquals("max-age=63072000; includeSubDomains",
                SecurityHeaders.of(Area.PAGES, SecurityHeaders.Scheme.HTTPS_WITH_SUB_DOMAINS).get("Strict-Transport-Security"));
    }

    private static final long YEAR = 31_536_000;

    @ParameterizedTest
    @EnumSource(Area.class)
    void ofWhenAnyAreaThenHardened(Area area) {
        var headers = SecurityHeaders.of(area, Scheme.HTTP);

        assertEquals("nosniff", headers.get("X-Content-Type-Options"));
        assertEquals("no-referrer", headers.get("Referrer-Policy"));
        assertEquals("same-origin", headers.get("Cross-Origin-Opener-Policy"));
        assertEquals("same-origin", headers.get("Cross-Origin-Resource-Policy"));
        assertEquals("DENY", headers.get("X-Frame-Options"));
        assertTrue(headers.get("Content-Security-Policy").startsWith("default-src 'none'"));
        assertTrue(headers.keySet().stream().noneMatch(name -> name.startsWith("Access-Control-")));
    }

    /** RFC 6797 section 7.2: not over plain http. */
    @Test
    void ofWhenHttpsThenStrictTransportForAYearAndOnlyThen() {
        String hsts = SecurityHeaders.of(Area.PAGES, Scheme.HTTPS).get("Strict-Transport-Security");

        assertTrue(Long.parseLong(hsts.substring("max-age=".length())) >= YEAR);
        assertFalse(SecurityHeaders.of(Area.PAGES, Scheme.HTTP).containsKey("Strict-Transport-Security"));
    }

    @ParameterizedTest
    @EnumSource(value = Area.class, names = {"API", "AUTH"})
    void ofWhenAnswersArePrivateThenNotStoredAndVary(Area area) {
        var headers = SecurityHeaders.of(area, Scheme.HTTP);

        assertEquals("no-store", headers.get("Cache-Control"));
        assertTrue(headers.get("Vary").startsWith("Origin, Sec-Fetch-Site"));
    }
}
