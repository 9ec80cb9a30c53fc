package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredTest {

    @ParameterizedTest
    @CsvSource({"101, 1xx", "200, 2xx", "303, 3xx", "401, 4xx", "431, 4xx", "500, 500", "501, 5xx", "502, 502", "503, 503",
        "599, 5xx", "999, 5xx", "0, 5xx"})
    void ofWhenAnsweredThenTheStatusIsOneOfAFew(int status, String counted) {
        Answered answered = Answered.of(Area.WELL_KNOWN, status);

        assertEquals(new Answered("well_known", counted), answered);
        assertTrue(Answered.all().contains(answered));
    }

    @Test
    void allWhenListedThenEachOnce() {
        assertEquals(new HashSet<>(Answered.all()).size(), Answered.all().size());
    }
}
