package dev.holdfast.gateway.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowRuleTest {

    @Test
    void parseWhenMethodsPathAndScopesAreThereThenARule() {
        assertEquals(Optional.of(new AllowRule(Set.of("GET", "HEAD"), PathPattern.parse("/a/*").orElseThrow(),
                Set.of("https://g/auth/a", "https://g/auth/b"))),
                AllowRule.parse("  GET|HEAD   /a/*\thttps://g/auth/a https://g/auth/b "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET /a", "/a https://s", "get /a https://s", "GET| /a https://s", "|GET /a https://s",
        "OPTIONS /a https://s", "TRACE /a https://s", "GET|LINK /a https://s", "* /a https://s", "GET a https://s",
        "GET /a/../b https://s", "GET /a \"s\"", "GET /a s\\t"})
    void parseWhenSomethingIsMissingOrWrongThenRefused(String text) {
        assertEquals(Optional.empty(), AllowRule.parse(text));
    }
}
