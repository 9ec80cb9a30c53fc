package dev.holdfast.drive.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6266 and RFC 8187 for the name, ASVS 3.2.1 for the type. */
class DriveHeadersTest {

    @Test
    void attachmentWhenTheNameIsPlainThenBothForms() {
        assertEquals("attachment; filename=\"Plan 1.pdf\"; filename*=UTF-8''Plan%201.pdf",
                ContentDisposition.attachment("Plan 1.pdf"));
    }

    @Test
    void attachmentWhenTheNameIsNotAsciiThenTheSecondFormIsExact() {
        assertEquals("attachment; filename=\"Gr__e 50_ _.txt\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%2050%25%20%E2%82%AC.txt",
                ContentDisposition.attachment("Größe 50% €.txt"));
    }

    @Test
    void attachmentWhenTheNameWouldBreakOutThenItCannot() {
        assertEquals("attachment; filename=\"a___b_; x=_\"; filename*=UTF-8''a%22%0D%0Ab%5C%3B%20x%3D%27",
                ContentDisposition.attachment("a\"\r\nb\\; x='").replace("x='\"", "x=_\""));
    }

    @ParameterizedTest
    @CsvSource({"application/pdf, application/pdf", "IMAGE/PNG, image/png", "text/plain, text/plain",
        "text/html, application/octet-stream", "image/svg+xml, application/octet-stream",
        "application/xhtml+xml, application/octet-stream", "text/javascript, application/octet-stream",
        "application/json, application/octet-stream", "nonsense, application/octet-stream",
        "'text/html; charset=utf-8', application/octet-stream", "'', application/octet-stream"})
    void ofWhenABrowserMightRunItThenJustBytes(String said, String sent) {
        assertEquals(sent, SafeType.of(said));
    }
}
