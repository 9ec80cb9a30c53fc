package dev.holdfast.crypto.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.SettingFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {

    private static final String KEY = "holdfast.data-dir";

    /** Derby reads a semicolon as the begin of its attributes, Liberty a number sign as the end of a path. */
    @ParameterizedTest
    @ValueSource(strings = {"/data/a;x=1", "/data/a;encryptionKey=x", "/data/a:b", "/data/a#b", "/data/a%20b", "/data/a?b", "/data/a*b", "/data/${x}",
        "/data/a$$b", "/data/a\\b", " /data/a", "/data/a ", "/data/a\u0007b", "/data/a\nb", "/data/m\ufffdller", "/data/a\"b", "relative/data", ";"})
    void constructorWhenDerbyOrLibertyWouldGoElsewhereThenItIsRefusedByName(String path) {
        assertEquals(List.of(KEY), faults(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/data/with blank", "/data/\u00e4\u6587", "/data +&'()[]{}!,=@~/x", "/data/.hidden/a-b_c", "/"})
    void constructorWhenItLeadsThereThenItIsTaken(String path) {
        assertEquals(List.of(), faults(path));
        assertEquals(Path.of(path, "derby"), new DataDirectory(SettingsOf.map(Map.of(KEY, path))).resolve("derby"));
    }

    private static List<String> faults(String path) {
        Settings settings = SettingsOf.map(Map.of(KEY, path));
        new DataDirectory(settings);
        return settings.faults().stream().map(SettingFault::key).toList();
    }
}
