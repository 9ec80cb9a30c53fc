package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "https://example.com/privacy?lang=en#data", "HTTPS://example.com:8443/a"})
    void httpsWhenAbsoluteThenTaken(String text) {
        assertEquals(text, WebLink.https(text));
        assertEquals(text, WebLink.httpsOrMail(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "http://example.com", "//example.com",
        "/privacy", "example.com", "https:", "https:///x", "https://user:pass@example.com", "https://example.com/a b",
        "https://example.com/\u00e4", "mailto:a@example.com", "https://exa\nmple.com", "ftp://example.com", "blob:https://example.com/x"})
    void httpsWhenItIsNoneThenRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WebLink.https(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:help@example.com", "mailto:first.last+it@sub.example.com?subject=Files"})
    void httpsOrMailWhenOneAddressThenTaken(String text) {
        assertEquals(text, WebLink.httpsOrMail(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:", "mailto:help", "mailto:@example.com", "mailto:a@example.com,b@example.com",
        "mailto://a@example.com", "mailto:a@b@example.com", "javascript:a@example.com", "help@example.com"})
    void httpsOrMailWhenItIsNoAddressThenRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WebLink.httpsOrMail(text));
    }
}
