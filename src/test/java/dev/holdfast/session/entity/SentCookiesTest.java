package dev.holdfast.session.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6265 section 5.4, and spellings that other readers take for a cookie of ours. */
class SentCookiesTest {

    private static final String NAME = "__Host-Http-holdfast";

    @ParameterizedTest
    @ValueSource(strings = {
        "theme=1,__Host-Http-holdfast=x", "theme=1, __Host-Http-holdfast=x", "theme=1 ,\t__Host-Http-holdfast=x",
        "theme=\"a\",__Host-Http-holdfast=x", "theme=\"a;b\",__Host-Http-holdfast=x", "theme=\"a, __Host-Http-holdfast=x\"",
        "$Version=1,__Host-Http-holdfast=x", "$Version=\"1\", __Host-Http-holdfast=x", "theme=1,$Path=/,__Host-Http-holdfast=x",
        "\"__Host-Http-holdfast\"=x", "'__Host-Http-holdfast'=x", "\"__Host-Http-holdfast=x\"",
        "\u00a0__Host-Http-holdfast=x", "__Host-Http-holdfast\u00a0=x", "\u0085__Host-Http-holdfast=x",
        "\u2000__Host-Http-holdfast=x", "\ufeff__Host-Http-holdfast=x", "\u000b__Host-Http-holdfast=x",
        "\u001c__Host-Http-holdfast=x", "\u0000__Host-Http-holdfast=x", "__Host-Http-holdfast\u0000=x",
        "__host-http-holdfast=x", "__HOST-HTTP-HOLDFAST=x", "=__Host-Http-holdfast=x", "==__Host-Http-holdfast=x",
        "__Host-Http-holdfast", "theme=__Host-Http-holdfast=x", "theme&__Host-Http-holdfast=x",
        "theme=1 __Host-Http-holdfast=x", "theme=1\t__Host-Http-holdfast=x", "%5f_Host-Http-holdfast=x",
        "$__Host-Http-holdfast=x", "__Host-Http-holdfast-signin-a=x", "", ";;", "="})
    void valuesOfWhenTheNameIsNotExactlyThatOfACookieThenNone(String header) {
        assertEquals(List.of(), SentCookies.parse(List.of(header)).valuesOf(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "__Host-Http-holdfast=x", "a=b; __Host-Http-holdfast=x", "a=b;__Host-Http-holdfast=x", "__Host-Http-holdfast=x;",
        "a=b;\t __Host-Http-holdfast\t= x \t; c=d", "theme=1,__Host-Http-holdfast=y; __Host-Http-holdfast=x",
        "__Host-Http-holdfast=x; theme=1, __Host-Http-holdfast=y", "\"__Host-Http-holdfast\"=y; __Host-Http-holdfast=x",
        "theme=\"a; __Host-Http-holdfast=x", "nameless; __Host-Http-holdfast=x"})
    void valuesOfWhenACookieOfThatNameIsAmongOthersThenItsValueAlone(String header) {
        assertEquals(List.of("x"), SentCookies.parse(List.of(header)).valuesOf(NAME));
    }

    @Test
    void valuesOfWhenTheNameComesMoreThanOnceThenEveryValue() {
        assertEquals(List.of("1", "2", "3"), SentCookies.parse(
                List.of(NAME + "=1; a=b; " + NAME + "=2", NAME + "=3")).valuesOf(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "a,b", "a=b=", "", "a b", "\u00e4", "\"a"})
    void valuesOfWhenTheValueIsOddThenItIsTakenLetterForLetter(String value) {
        assertEquals(List.of(value), SentCookies.parse(List.of(NAME + "=" + value)).valuesOf(NAME));
    }

    @Test
    void parseWhenThereIsNoHeaderThenNoCookie() {
        assertEquals(List.of(), SentCookies.parse(List.of()).all());
    }

    @Test
    void toStringWhenPrintedThenNoValue() {
        assertFalse(SentCookies.parse(List.of(NAME + "=eyJ")).all().toString().contains("eyJ"));
    }
}
