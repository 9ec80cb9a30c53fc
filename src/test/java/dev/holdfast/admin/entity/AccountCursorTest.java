package dev.holdfast.admin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCursorTest {

    private static final UUID ID = UUID.fromString("9021f8d5-a8e0-41a6-8216-03f01bb25112");

    @Test
    void parseWhenEncodedThenTheSameCursor() {
        for (AccountCursor cursor : new AccountCursor[] {
            new AccountCursor(AccountSort.NEWEST, Optional.of(Instant.parse("2026-11-23T23:32:07.878021Z")), ID),
            new AccountCursor(AccountSort.EMAIL, Optional.of("ada/ökafor=@mail.example"), ID),
            new AccountCursor(AccountSort.NAME, Optional.of(""), ID),
            new AccountCursor(AccountSort.NAME, Optional.empty(), ID)}) {
            assertEquals(Optional.of(cursor), AccountCursor.parse(cursor.sort(), cursor.encoded()));
        }
    }

    @Test
    void parseWhenOfAnotherOrderThenEmpty() {
        AccountCursor byName = new AccountCursor(AccountSort.NAME, Optional.of("ada"), ID);

        assertEquals(Optional.empty(), AccountCursor.parse(AccountSort.EMAIL, byName.encoded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "newest/9021f8d5-a8e0-41a6-8216-03f01bb25112/=2026-11-23T23:32:07Z"})
    void parseWhenNotEncodedByUsThenEmpty(String text) {
        assertEquals(Optional.empty(), AccountCursor.parse(AccountSort.NEWEST, text));
    }

    /** Some of these cursors hold times that no database can store. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "newest/x/=2026-11-23T23:32:07Z", "newest/9021f8d5-a8e0-41a6-8216-03f01bb25112/",
        "newest/9021f8d5-a8e0-41a6-8216-03f01bb25112/=", "newest/9021f8d5-a8e0-41a6-8216-03f01bb25112/=yesterday",
        "newest/9021f8d5-a8e0-41a6-8216-03f01bb25112/=+1000000000-12-31T23:59:59Z",
        "newest/9021f8d5-a8e0-41a6-8216-03f01bb25112/=-0001-12-31T23:59:59Z"})
    void parseWhenContentMakesNoSenseThenEmpty(String content) {
        assertEquals(Optional.empty(), AccountCursor.parse(AccountSort.NEWEST, encoded(content)));
    }

    @Test
    void parseWhenTheTextHasANulThenEmpty() {
        assertEquals(Optional.empty(), AccountCursor.parse(AccountSort.EMAIL, encoded("email/" + ID + "/=a\0b")));
    }

    @ParameterizedTest
    @CsvSource({"a, newest, , true", "a, oldest, , false", "'', , none, true", "a, , active, true", "a, , ACTIVE, false",
        "a, , dead, false"})
    void filterWhenParsedThenOnlyWordsThatThereAre(String text, String sort, String grant, boolean fine) {
        assertEquals(fine, AccountFilter.parse(text, grant, null, null, sort, null, null).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "", "TRUE", "1"})
    void filterWhenDisabledOrFrozenIsNeitherTrueNorFalseThenEmpty(String word) {
        assertEquals(Optional.empty(), AccountFilter.parse("", null, word, null, null, null, null));
        assertEquals(Optional.empty(), AccountFilter.parse("", null, null, word, null, null, null));
    }

    @Test
    void filterWhenTheTextIsTooLongOrHasANulThenEmpty() {
        assertEquals(Optional.empty(), AccountFilter.parse("a".repeat(321), null, null, null, null, null, null));
        assertEquals(Optional.empty(), AccountFilter.parse("a\0", null, null, null, null, null, null));
    }

    private static String encoded(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }
}
