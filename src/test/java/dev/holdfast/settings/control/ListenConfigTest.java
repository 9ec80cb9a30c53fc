package dev.holdfast.settings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.entity.SettingFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenConfigTest {

    @ParameterizedTest
    @CsvSource({"http.port, abc", "http.port, 65536", "https.port, 0", "https.port, -2", "http.port, ''", "http.host, ''",
        "http.host, two words", "http.host, http://localhost"})
    void constructorWhenASettingMakesNoSenseThenItIsNamedOnce(String key, String value) {
        assertEquals(List.of(key), faults(Map.of(key, value)));
    }

    @ParameterizedTest
    @CsvSource({"http.port, -1", "http.port, 65535", "https.port, -1", "http.host, *", "http.host, 0.0.0.0", "http.host, '::'",
        "http.host, node-1.example"})
    void constructorWhenASettingMakesSenseThenThereIsNoFault(String key, String value) {
        assertEquals(List.of(), faults(Map.of(key, value)));
    }

    @Test
    void constructorWhenBothPortsAreOffThenItIsRefused() {
        assertEquals(List.of("http.port"), faults(Map.of("http.port", "-1", "https.port", "-1")));
    }

    /** Liberty would serve plain HTTP there, and only log that the port of TLS was taken. */
    @Test
    void constructorWhenBothPortsAreTheSameThenItIsRefused() {
        assertEquals(List.of("http.port"), faults(Map.of("http.port", "9443")));
    }

    private static List<String> faults(Map<String, String> values) {
        Settings settings = SettingsOf.map(values);
        new ListenConfig(settings);
        return settings.faults().stream().map(SettingFault::key).toList();
    }
}
