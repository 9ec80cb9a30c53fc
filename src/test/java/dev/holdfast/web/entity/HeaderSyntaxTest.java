package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderSyntaxTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Accept | */*", "Accept | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
        "accept | application/json; charset=utf-8 ; q=1.000", "Accept | ''", "Accept | text/html,,", "Accept | application/signed-exchange;v=b3;q=0.7",
        "Accept-Language | de-DE,de;q=0.9,en-US;q=0.8,*;q=0.1", "Accept-Language | zh-Hant-TW",
        "Content-Type | application/json", "Content-Type | multipart/form-data; boundary=\"----x\"",
        "If-Modified-Since | Sun, 29 Nov 2026 08:18:02 GMT", "Accept-Encoding | ///", "Cookie | ///"})
    void isReadableWhenWellFormedOrHarmlessThenTrue(String name, String value) {
        assertTrue(HeaderSyntax.isReadable(name, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Accept | ///", "Accept | nonsense", "Accept | */*;q=x", "Accept | text/html;q=-1", "Accept | text/html;q=1.0000000000",
        "Accept | /", "Accept | text/", "Accept | text/html;=", "Accept | te xt/html", "Accept-Language | \u00ff\u00ff;q=x", "Accept-Language | ;;;q=x",
        "Accept-Language | en;q=", "Accept-Language | ../../etc", "Content-Type | ///", "Content-Type | text/plain, text/html", "Content-Type | ''",
        "If-Modified-Since | x", "If-Modified-Since | 1796030400", "If-Unmodified-Since | Sun, 99 Nov 2026 08:18:02 GMT"})
    void isReadableWhenItIsNotThenFalse(String name, String value) {
        assertFalse(HeaderSyntax.isReadable(name, value));
    }
}
