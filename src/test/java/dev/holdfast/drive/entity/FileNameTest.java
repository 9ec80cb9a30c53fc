package dev.holdfast.drive.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

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
    void ofWhenTheNameIsLongThenItsEndingStays() {
        String shortened = FileName.of("n".repeat(400) + ".tar.gz");
        assertEquals(150, shortened.length());
        assertTrue(shortened.endsWith(".tar.gz"));
    }

    @Test
    void ofWhenAnExtensionIsGivenThenItIsThereOnce() {
        assertEquals("Plan.docx", FileName.of("Plan", "docx"));
        assertEquals("Plan.DOCX", FileName.of("Plan.DOCX", "docx"));
    }
}
