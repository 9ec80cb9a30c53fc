package dev.holdfast.settings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlConfigTest {

    @Test
    void publicUrlWhenNotSetThenThisMachine() {
        assertEquals("http://localhost:9080", new PublicUrlConfig(SettingsOf.map(Map.of())).publicUrl().toString());
    }

    /** Written as a browser writes an origin (RFC 6454 section 6.2), because it is compared with one. */
    @ParameterizedTest
    @CsvSource({"https://Files.Example/, https://files.example", "https://files.example:443, https://files.example",
        "https://files.example:8443, https://files.example:8443", "http://localhost:80/, http://localhost"})
    void publicUrlWhenSpelledOddlyThenItsOrigin(String value, String origin) {
        assertEquals(origin, config(value).publicUrl().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://files.example/app", "http://files.example", "files.example"})
    void publicUrlWhenNoOriginThenAFault(String value) {
        Settings settings = SettingsOf.map(Map.of(PublicUrlConfig.KEY, value));
        new PublicUrlConfig(settings);

        assertEquals(1, settings.faults().size());
    }

    private static PublicUrlConfig config(String value) {
        return new PublicUrlConfig(SettingsOf.map(Map.of(PublicUrlConfig.KEY, value)));
    }
}
