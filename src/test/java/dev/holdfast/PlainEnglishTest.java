package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The word list refuses what it should and nothing else. */
class PlainEnglishTest {

    static Stream<String> faulty() {
        return Stream.of("The page tells whoever asks.", "It is read anew.", "The others wait meanwhile.",
                "It waits for want\nof a token.", "With a token in hand it goes on.", "It lives so long at least.",
                "The former goes on.", "It takes the latter.", "It will befall all.", "The caller comes in vain.",
                "It waits lest it fails.", "The reason whereof is told.", "It stands in nobody's way.",
                "Nobody is signed out.", "All goes on, and nobody\nnotices.", "- **Somebody** writes to it.",
                "| When | nobody asks |", "It is late. No one waits.");
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void faultsWhenAWordIsOnTheListThenItIsToldOnce(String text) {
        assertEquals(1, PlainEnglish.faultsIn(text).size(), () -> PlainEnglish.faultsIn(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"It belongs to somebody else.", "The answer is read by nobody.", "A handle is there.",
        "Formerly it was so.", "None of the rows is left.", "It waits at least so long.", "Refused for good."})
    void faultsWhenNoneIsThereThenNoneIsTold(String text) {
        assertEquals(List.of(), PlainEnglish.faultsIn(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Of the OAuth client.", "What is not known is no number.", "So many rows.", "None if absent.",
        "Whoever waits.", "Not for Derby.", "Nobody else has it."})
    void openingWhenAFragmentThenItIsToldSo(String comment) {
        assertTrue(PlainEnglish.opensWithAFragment(comment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Returns the token.", "Whether the session is over.", "A grant that serves.", "The office.",
        "Sorted rows.", "Nonces of one flow."})
    void openingWhenANounPhraseOrAVerbThenItIsFine(String comment) {
        assertFalse(PlainEnglish.opensWithAFragment(comment));
    }
}
