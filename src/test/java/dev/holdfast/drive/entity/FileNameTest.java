package dev.holdfast.drive.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @Test
    void ofWhenTheNameIsHarmlessThenItStays() {
        assertEquals("Größe & Gewicht 🧊.txt", FileName.of("Größe & Gewicht 🧊.txt"));
    }

    @Test
    void ofWhenTheNameCouldMisleadThenDefused() {
        assertEquals("_.._etc_passwd", FileName.of("/../etc/passwd"));
        assertEquals("a__X-Header_ b_", FileName.of("a\r\nX-Header: b\""));
        assertEquals("invoice_fdp.exe", FileName.of("invoice\u202Efdp.exe"));
        assertEquals("_img src=x onerror=alert(1)_", FileName.of("<img src=x onerror=alert(1)>"));
        assertEquals("hidden", FileName.of("...hidden. . "));
    }

    @Test
    void ofWhenNothingIsLeftThenAName() {
        for (String nothing : new String[] {"", " ", "...", "\t"}) {
            assertTrue(FileName.of(nothing).matches("download|_"), nothing);
        }
    }

    @Test
    void ofWhenTheNameIsLongThenItsExtensionStays() {
        assertEquals("n".repeat(255 - 7) + ".tar.gz", FileName.of("n".repeat(400) + ".tar.gz"));
        assertEquals("n".repeat(255), FileName.of("n".repeat(255)));
        assertEquals("n".repeat(255), FileName.of("n".repeat(256)));
        assertEquals(255, FileName.of("See p. 5. " + "n".repeat(400)).length());
    }

    /** Drive allows longer names than file systems, which count bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"契", "报告", "é", "e\u0301", "😀", "क", "क्‍ष", "می‌روم", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "👍🏽",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ab ", "x.", "한글"})
    void ofWhenTheNameIsLongThenItIsCutBetweenWholeCharacters(String piece) {
        for (String start : new String[] {"", "a", "ab", "abc"}) {
            String cut = FileName.of(start + piece.repeat(300) + ".pdf");
            String export = FileName.of(start + piece.repeat(300), "docx");

            assertWhole(start, piece, cut, ".pdf");
            assertWhole(start, piece, export, ".docx");
        }
    }

    private static void assertWhole(String start, String piece, String name, String extension) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        int more = (piece + piece).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= 255 && bytes > 255 - more - 4, bytes + " bytes: " + name);
        assertTrue(name.endsWith(extension), name);
        String stem = name.substring(start.length(), name.length() - extension.length());
        String whole = piece.length() > 3 || piece.codePointCount(0, piece.length()) == 1 ? piece : "";
        assertTrue(whole.isEmpty() || stem.replace(whole, "").isEmpty() || !piece.contains("\u200D"),
                () -> "cut inside of a character: " + stem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"می‌روم.txt", "क्‍ष.txt", "👩‍👩‍👧‍👦.png", "🏳️‍🌈.png", "❤️‍🔥 note.txt", "🏴󠁧󠁢󠁥󠁮󠁧󠁿.png",
        "അവന്‍.txt"})
    void ofWhenAJoinerBelongsToTheScriptThenItStays(String name) {
        assertEquals(name, FileName.of(name));
    }

    @ParameterizedTest
    @CsvSource({"'a\u202Etxt.exe', a_txt.exe", "'a\u2066b\u2069', a_b_", "'so\u00ADft\u200Bly\uFEFF', softly",
        "'\u200Dab\u200C .txt', 'ab .txt'", "'a\u200D\u200Db', ab", "'a\u0085b', a_b", "'a\uD800b', a_b",
        "'a\u200D<b', a_b"})
    void ofWhenCharactersDoNotShowThenTheyCannotMislead(String name, String safe) {
        assertEquals(safe, FileName.of(name));
    }

    /** Many marks on one letter are one character for a reader, and are cut all the same. */
    @Test
    void ofWhenOneCharacterIsTooLongByItselfThenItIsCutBetweenCodePoints() {
        String name = FileName.of("z" + "\u0301".repeat(5_000) + ".txt");

        assertEquals("z" + "\u0301".repeat(125) + ".txt", name);
    }

    @Test
    void ofWhenTheNameIsHugeThenItIsDoneSoon() {
        for (String huge : new String[] {". ".repeat(200_000) + "x", "👩‍".repeat(200_000), "\u0301".repeat(400_000)}) {
            assertTrue(FileName.of(huge).getBytes(StandardCharsets.UTF_8).length <= 255);
        }
    }

    @Test
    void ofWhenAnExtensionIsGivenThenItIsThereOnce() {
        assertEquals("Plan.docx", FileName.of("Plan", "docx"));
        assertEquals("Plan.DOCX", FileName.of("Plan.DOCX", "docx"));
    }
}
