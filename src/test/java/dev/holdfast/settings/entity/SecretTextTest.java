package dev.holdfast.settings.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"GOCSPX-abc_DEF", "ab$$cd", "ab${cd}ef", "a\\b\\$c\\,d", "two words ", "\"", "it's \"fine\"", "{xor}Lz4s", "~!#"})
    void faultOfWhenItCanBeASecretThenNone(String secret) {
        assertEquals(Optional.empty(), SecretText.faultOf(secret));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'\ufeffsecret' | byte order mark", "'two\nlines' | several lines", "'two\rlines' | several lines",
        "'\"secret\"' | quotes", "'''secret''' | quotes", "'`secret`' | quotes", "'\u201csecret\u201d' | quotes", "'s\u00e4cret' | visible ASCII",
        "'s\u0000ecret' | visible ASCII", "'tab\there' | visible ASCII", "'non\u00a0breaking' | visible ASCII", "'s\ufffdcret' | visible ASCII"})
    void faultOfWhenItWasDamagedThenTheCureSaysHowAndShowsNothing(String secret, String cure) {
        String told = SecretText.faultOf(secret).orElse("");

        assertTrue(told.contains(cure), told);
        assertFalse(told.contains("ecret"), told);
    }
}
