package dev.holdfast.custody.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.custody.control.RefreshEnded.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshEndedTest {

    @ParameterizedTest
    @CsvSource({"timeout, timeout", "http_502, http_5xx", "http_429, http_4xx", "circuit_open, circuit_open",
        "answer_without_token, answer_without_token"})
    void withWhenTheCodeIsKnownThenItsFamily(String code, String reason) {
        assertEquals(reason, RefreshEnded.with(Outcome.FAILED, code).reason());
    }

    /** A label of its own for each is a series of its own for each. */
    @ParameterizedTest
    @ValueSource(strings = {"", "http_999", "Ada Lovelace", "ya29.token", "a\"b", "an_endless_tale_of_what_went_wrong_there"})
    void withWhenTheCodeIsAnythingElseThenOther(String code) {
        assertEquals("other", RefreshEnded.with(Outcome.FAILED, code).reason());
    }

    @Test
    void outcomeCodeWhenToldThenInLowerCase() {
        assertEquals("dropped", RefreshEnded.dropped().outcomeCode());
    }
}
