package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @Test
    void ofWhenPngOrSvgThenItsTypeIsToldFromTheContent() {
        assertEquals("image/png", Logo.of(png(100)).mediaType());
        assertEquals("image/svg+xml", Logo.of(SVG.getBytes(StandardCharsets.UTF_8)).mediaType());
        assertEquals("image/svg+xml", Logo.of(("\ufeff<?xml version=\"1.0\"?><!-- made by hand -->\n" + SVG)
                .getBytes(StandardCharsets.UTF_8)).mediaType());
    }

    @Test
    void ofWhenTooLargeThenRefused() {
        assertEquals(Logo.MOST_BYTES, Logo.of(png(Logo.MOST_BYTES)).bytes().length);
        assertThrows(IllegalArgumentException.class, () -> Logo.of(png(Logo.MOST_BYTES + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><script>alert(1)</script></html>", "<svg/>", "<svg xmlns=\"http://www.w3.org/2000/svg\">",
        "GIF89a", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "\u0089PNG",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>trailing"})
    void ofWhenItIsNoPictureThenRefused(String content) {
        assertThrows(IllegalArgumentException.class, () -> Logo.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] png(int length) {
        return Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, length);
    }
}
