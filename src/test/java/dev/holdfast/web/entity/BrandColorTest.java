package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandColorTest {

    @ParameterizedTest
    @CsvSource({"#005CBB, #005cbb", "#000000, #000000", "#767676, #767676", "#b3261e, #b3261e"})
    void parseWhenWhiteCanBeReadOnItThenTaken(String text, String hex) {
        assertEquals(hex, BrandColor.parse(text).hex());
    }

    /** #777777 has a contrast of 4.48, #767676 of 4.54. */
    @ParameterizedTest
    @ValueSource(strings = {"#777777", "#ffffff", "#ffcc00", "#00ff00", "#0af", "005cbb", "#005cbbff", "blue", "#00 cbb", "",
        "#005cbb;background:url(//evil)"})
    void parseWhenNoColorOrTooLightThenRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> BrandColor.parse(text));
    }
}
