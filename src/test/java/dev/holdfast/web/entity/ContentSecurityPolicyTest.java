package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentSecurityPolicyTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"default-src, 'none'", "script-src, 'self'", "object-src, 'none'", "base-uri, 'none'",
        "frame-ancestors, 'none'", "form-action, 'self'", "connect-src, 'self'",
        "require-trusted-types-for, 'script'", "trusted-types, angular angular#components"})
    void ofPageWhenReadThenDirectiveIsStrict(String directive, String value) {
        assertEquals(value, directives(ContentSecurityPolicy.ofPage("abc")).get(directive));
    }

    @Test
    void ofPageWhenReadThenStylesNeedTheNonceAndNothingIsUnsafe() {
        String policy = ContentSecurityPolicy.ofPage("abc");

        assertEquals("'self' 'nonce-abc'", directives(policy).get("style-src"));
        assertFalse(policy.contains("unsafe"));
    }

    private static Map<String, String> directives(String policy) {
        return Arrays.stream(policy.split("; ")).map(directive -> directive.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
