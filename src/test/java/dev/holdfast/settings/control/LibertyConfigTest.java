package dev.holdfast.settings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.entity.SettingFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibertyConfigTest {

    @ParameterizedTest
    @CsvSource({"holdfast.log.console-level, DEBUG", "holdfast.log.console-level, info",
        "holdfast.tls.keystore-password, short", "holdfast.tls.keystore-password, '  '"})
    void constructorWhenASettingMakesNoSenseThenItIsNamedOnce(String key, String value) {
        assertEquals(List.of(key), faults(Map.of(key, value)));
    }

    @ParameterizedTest
    @CsvSource({"holdfast.log.console-level, OFF", "holdfast.log.console-level, AUDIT",
        "holdfast.tls.keystore-password, sixsix"})
    void constructorWhenASettingMakesSenseThenThereIsNoFault(String key, String value) {
        assertEquals(List.of(), faults(Map.of(key, value)));
    }

    private static List<String> faults(Map<String, String> values) {
        Settings settings = SettingsOf.map(values);
        new LibertyConfig(settings);
        return settings.faults().stream().map(SettingFault::key).toList();
    }
}
