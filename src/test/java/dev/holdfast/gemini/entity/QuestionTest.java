package dev.holdfast.gemini.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @Test
    void parseWhenItIsAQuestionThenWithoutSpaceAroundIt() {
        Question question = Question.parse("{\"question\":\" When\\ndoes it end? \", \"more\": 7}").orElseThrow();

        assertEquals("When\ndoes it end?", question.text());
        assertFalse(question.toString().contains("end"));
    }

    /** Characters count, not the units that a language stores them in. */
    @Test
    void parseWhenItHasTwoThousandCharactersThenItFitsAndOneMoreDoesNot() {
        String longest = "\ud83d\ude00".repeat(Question.LONGEST);

        assertTrue(Question.parse("{\"question\":\"" + longest + "\"}").isPresent());
        assertEquals(Optional.empty(), Question.parse("{\"question\":\"" + longest + "x\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"question\"", "{", "{}", "{\"question\":null}", "{\"question\":7}",
        "{\"question\":[\"a\"]}", "{\"question\":\"  \\n\"}", "{\"Question\":\"a\"}"})
    void parseWhenItIsAnythingElseThenNone(String body) {
        assertEquals(Optional.empty(), Question.parse(body));
    }
}
