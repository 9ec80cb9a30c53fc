package dev.holdfast.custody.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.custody.grant.GrantStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshEndedTest {

    @ParameterizedTest
    @CsvSource({"timeout, timeout", "http_502, http_5xx", "http_429, http_4xx", "circuit_open, circuit_open",
        "answer_without_token, answer_without_token"})
    void failedWhenTheCodeIsKnownThenItsFamily(String code, String reason) {
        assertEquals(reason, RefreshEnded.failed(code).reason());
    }

    /** A separate label for each value would create a separate series for each. */
    @ParameterizedTest
    @ValueSource(strings = {"", "http_999", "Ada Lovelace", "ya29.token", "a\"b", "somebody", "an_endless_tale_of_what_went_wrong_there"})
    void failedWhenTheCodeIsAnythingElseThenOther(String code) {
        assertEquals("other", RefreshEnded.failed(code).reason());
    }

    /** Each series exists from the start, with the value zero. */
    @ParameterizedTest
    @ValueSource(strings = {"connection_failed", "http_503", "redirect", "answer_not_json", "answer_too_large",
        "unknown_refusal", "endpoint_unknown", "busy", "who knows"})
    void allWhenARefreshFailsThenItIsOneOfThem(String code) {
        assertTrue(RefreshEnded.all().contains(RefreshEnded.failed(code)), code);
    }

    @Test
    void allWhenListedThenRefusalsSuccessAndDropAreAmongThem() {
        assertTrue(RefreshEnded.all().containsAll(List.of(RefreshEnded.refreshed(), RefreshEnded.dropped(),
                RefreshEnded.refused(GrantStatus.REVOKED), RefreshEnded.refused(GrantStatus.CLIENT_REJECTED))));
        assertEquals(Set.copyOf(RefreshEnded.all()).size(), RefreshEnded.all().size());
    }

    @Test
    void outcomeCodeWhenToldThenInLowerCase() {
        assertEquals("dropped", RefreshEnded.dropped().outcomeCode());
    }
}
