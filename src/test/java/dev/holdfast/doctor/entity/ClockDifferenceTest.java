package dev.holdfast.doctor.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockDifferenceTest {

    @ParameterizedTest
    @CsvSource({"PT0S, FINE", "PT5S, FINE", "-PT5S, FINE", "PT6S, WARNING", "-PT59S, WARNING", "PT60S, TROUBLE",
        "-PT3H, TROUBLE"})
    void verdictWhenSoFarApartThenAsTokensAreChecked(Duration ahead, Verdict verdict) {
        assertEquals(verdict, new ClockDifference(ahead).verdict());
    }

    @ParameterizedTest
    @CsvSource({"PT3S, 3 s ahead of", "-PT1S, 1 s behind", "PT0S, 0 s ahead of", "-PT0.4S, 0 s ahead of"})
    void inSecondsWhenSoFarApartThenInWords(Duration ahead, String words) {
        assertEquals(words, new ClockDifference(ahead).inSeconds());
    }
}
