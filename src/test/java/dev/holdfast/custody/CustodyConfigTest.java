package dev.holdfast.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.SettingFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustodyConfigTest {

    private static final String UNUSED = "holdfast.google.unused-refresh-after";

    @Test
    void newWhenNothingIsSetThenTheDefaults() {
        Settings settings = SettingsOf.map(Map.of());
        CustodyConfig config = new CustodyConfig(settings);

        assertEquals(Duration.ofMinutes(5), config.refreshAhead());
        assertEquals(Duration.ofDays(90), config.unusedRefreshAfter());
        assertTrue(config.clientRejectedEndsSessions());
        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P150D", "PT24H"})
    void newWhenAtABoundThenAccepted(String value) {
        assertEquals(List.of(), faults(value));
    }

    /** Google expires an unused token after six months; more than five leave no time for an outage or a backlog. */
    @ParameterizedTest
    @ValueSource(strings = {"PT23H59M", "P150DT1S", "P180D", "P6M", "0"})
    void newWhenOutOfBoundsThenOneFaultThatNamesTheSetting(String value) {
        assertEquals(List.of(UNUSED), faults(value));
    }

    private static List<String> faults(String value) {
        Settings settings = SettingsOf.map(Map.of(UNUSED, value));
        new CustodyConfig(settings);
        return settings.faults().stream().map(SettingFault::key).toList();
    }
}
