package dev.holdfast.account.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.control.SettingsOf;
import dev.holdfast.settings.control.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long somebody's timeline is kept. */
class AccountConfigTest {

    @Test
    void newWhenNothingIsSetThenHalfAYear() {
        assertEquals(Duration.ofDays(180), new AccountConfig(SettingsOf.map(Map.of())).activityRetention());
    }

    @ParameterizedTest
    @CsvSource({"P1D, 0", "P3650D, 0", "PT23H59M, 1", "P3651D, 1", "P0D, 1", "180, 1"})
    void newWhenOutOfBoundsThenOneFault(String value, int faults) {
        Settings settings = SettingsOf.map(Map.of("holdfast.activity.retention", value));
        new AccountConfig(settings);

        assertEquals(faults, settings.faults().size());
    }
}
