package dev.holdfast.google.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFormTest {

    @ParameterizedTest
    @CsvSource({
        "application/pdf, application/pdf, false",
        "image/png, image/png, false",
        "image/jpeg, image/jpeg, false",
        "text/plain, text/plain, false",
        "text/markdown, text/plain, false",
        "text/html, text/plain, false",
        "TEXT/CSV; charset=utf-8, text/plain, false",
        "application/vnd.google-apps.document, application/pdf, true",
        "application/vnd.google-apps.presentation, application/pdf, true",
        "application/vnd.google-apps.spreadsheet, text/csv, true"})
    void ofWhenTheModelReadsTheKindThenTheFormThatItReads(String file, String form, boolean export) {
        assertEquals(Optional.of(new DocumentForm(form, export)), DocumentForm.of(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/zip", "image/svg+xml", "video/mp4", "application/octet-stream",
        "application/vnd.google-apps.folder", "application/vnd.google-apps.form",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"})
    void ofWhenTheModelDoesNotReadTheKindThenNone(String file) {
        assertEquals(Optional.empty(), DocumentForm.of(file));
    }
}
