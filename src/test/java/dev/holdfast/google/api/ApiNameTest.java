package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiNameTest {

    @ParameterizedTest
    @CsvSource({"https://www.googleapis.com/drive/v3/files?q=x, drive.googleapis.com",
        "https://www.googleapis.com/upload/drive/v3/files, drive.googleapis.com",
        "https://www.googleapis.com/calendar/v3/calendars/primary, calendar-json.googleapis.com",
        "https://people.googleapis.com/v1/people/me, people.googleapis.com",
        "https://GMAIL.googleapis.com/gmail/v1/users/me, gmail.googleapis.com",
        "https://www.googleapis.com/youtube/v3/channels, youtube",
        "http://127.0.0.1:9090/drive/v3/files, drive.googleapis.com",
        "http://127.0.0.1:9090/people/v1, people",
        "http://127.0.0.1:9090, unknown", "http://127.0.0.1:9090/%0d%0aHF0901/x, unknown",
        "http://127.0.0.1:9090/Ada@example.test/x, unknown", "mailto:ada@example.test, unknown"})
    void ofWhenARequestGoesSomewhereThenTheApiThatTheConsoleKnows(URI url, String name) {
        assertEquals(name, ApiName.of(url).value());
    }

    @Test
    void ofWhenTheFirstWordIsEndlessThenItIsNotKept() {
        assertEquals("unknown", ApiName.of(URI.create("https://www.googleapis.com/" + "a".repeat(9000))).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "people", "people.googleapis.com.evil.example", "evil.example", "A.googleapis.com",
        "people.googleapis.com\nHF0901", "<b>.googleapis.com"})
    void ofServiceWhenTheTextIsNoServiceOfGooglesThenItIsNotTaken(String told) {
        assertTrue(ApiName.ofService(told).isEmpty());
    }
}
