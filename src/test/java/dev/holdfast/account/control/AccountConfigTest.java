package dev.holdfast.account.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time for which an account's timeline is kept. */
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

    @ParameterizedTest
    @CsvSource(value = {"; 0", "ada@mail.example; 0", "Ada@mail.example , ADA@MAIL.EXAMPLE,b@x; 0", "ada; 1", "a@b@c; 1",
        "a@b c@d; 1", "@x; 1"}, delimiter = ';')
    void newWhenAnAdministratorIsNoAddressThenOneFault(String value, int faults) {
        Settings settings = SettingsOf.map(Map.of("holdfast.admin.emails", value == null ? "" : value));
        AccountConfig config = new AccountConfig(settings);

        assertEquals(faults, settings.faults().size());
        assertEquals(faults > 0, config.administrators().emails().isEmpty() && value != null);
    }
}
