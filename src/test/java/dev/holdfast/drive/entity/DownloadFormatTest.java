package dev.holdfast.drive.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadFormatTest {

    @Test
    void parseWhenThereIsANameThenItsFormatElseTheUsualOne() {
        assertEquals(Optional.of(DownloadFormat.USUAL), DownloadFormat.parse(null));
        assertEquals(Optional.of(DownloadFormat.PDF), DownloadFormat.parse("pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "PDF", "docx", "pdf ", "usual"})
    void parseWhenTheNameIsUnknownThenNothing(String name) {
        assertEquals(Optional.empty(), DownloadFormat.parse(name));
    }
}
