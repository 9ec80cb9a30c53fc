package dev.holdfast.custody.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeSpanTest {

    @ParameterizedTest
    @CsvSource({"P7D, true", "P6DT23H59M, true", "P7DT20H, true", "P6DT20H, false", "P8DT1H, false", "P90D, false", "PT1H, false"})
    void isOfTestingWhenItEndedAfterSevenDaysOrWasFoundSoSoonAfterThem(Duration lived, boolean ofTesting) {
        assertEquals(ofTesting, new LifeSpan(Instant.EPOCH, Instant.EPOCH.plus(lived)).isOfTesting());
    }
}
