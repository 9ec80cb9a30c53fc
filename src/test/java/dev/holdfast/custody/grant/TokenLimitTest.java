package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLimitTest {

    @ParameterizedTest
    @CsvSource({"49, 50, 50", "74, 75, 75", "89, 90, 90", "99, 100, 100", "10, 80, 75", "0, 250, 100"})
    void markReachedWhenCrossedThenTheHighest(int before, int now, int mark) {
        assertEquals(OptionalInt.of(mark), TokenLimit.markReached(before, now));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "48, 49", "50, 51", "50, 50", "51, 74", "100, 101", "150, 400"})
    void markReachedWhenBetweenMarksThenNoneAgain(int before, int now) {
        assertEquals(OptionalInt.empty(), TokenLimit.markReached(before, now));
    }
}
