package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerLabelsTest {

    @ParameterizedTest
    @CsvSource({"101, 1xx", "200, 2xx", "303, 3xx", "401, 4xx", "431, 4xx", "500, 500", "501, 5xx", "502, 502", "503, 503",
        "599, 5xx", "999, 5xx", "0, 5xx"})
    void ofWhenAnsweredThenTheStatusIsOneOfAFew(int status, String counted) {
        AnswerLabels answered = AnswerLabels.of(Area.WELL_KNOWN, status);

        assertEquals(new AnswerLabels("well_known", counted), answered);
        assertTrue(AnswerLabels.all().contains(answered));
    }

    @Test
    void allWhenListedThenEachOnce() {
        assertEquals(new HashSet<>(AnswerLabels.all()).size(), AnswerLabels.all().size());
    }
}
