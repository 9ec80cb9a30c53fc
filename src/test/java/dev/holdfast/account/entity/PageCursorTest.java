package dev.holdfast.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

    private static final UUID ID = UUID.fromString("9021f8d5-a8e0-41a6-8216-03f01bb25112");

    @Test
    void parseWhenEncodedThenTheSameCursor() {
        PageCursor cursor = new PageCursor(Instant.parse("2026-11-23T23:32:07.878021Z"), ID);

        assertEquals(Optional.of(cursor), PageCursor.parse(cursor.encoded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "2026-11-23T23:32:07Z/9021f8d5-a8e0-41a6-8216-03f01bb25112"})
    void parseWhenNotEncodedByUsThenEmpty(String text) {
        assertEquals(Optional.empty(), PageCursor.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "2026-11-23T23:32:07Z", "2026-11-23T23:32:07Z/1-1-1-1-1", "yesterday/x",
        "9999999999-01-01T00:00:00Z/9021f8d5-a8e0-41a6-8216-03f01bb25112",
        "+1000000000-12-31T23:59:59Z/9021f8d5-a8e0-41a6-8216-03f01bb25112",
        "-1000000000-01-01T00:00:00Z/9021f8d5-a8e0-41a6-8216-03f01bb25112",
        "1969-12-31T23:59:59.999999Z/9021f8d5-a8e0-41a6-8216-03f01bb25112",
        "+10000-01-01T00:00:00Z/9021f8d5-a8e0-41a6-8216-03f01bb25112",
        "2026-11-23T23:32:07Z/9021F8D5-A8E0-41A6-8216-03F01BB25112"})
    void parseWhenContentMakesNoSenseThenEmpty(String content) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));

        assertEquals(Optional.empty(), PageCursor.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
    void parseWhenTheTimeIsAtItsBoundThenTheSameCursor(Instant at) {
        PageCursor cursor = new PageCursor(at, ID);

        assertEquals(Optional.of(cursor), PageCursor.parse(cursor.encoded()));
    }

    @Test
    void parseWhenLongThenEmpty() {
        assertEquals(Optional.empty(), PageCursor.parse("A".repeat(100_000)));
    }
}
