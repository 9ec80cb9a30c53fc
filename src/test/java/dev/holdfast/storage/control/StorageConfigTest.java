package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageConfigTest {

    private static final String POM = "pom.xml";

    @ParameterizedTest
    @CsvSource({", , ''", "disable, , ''", "prefer, , ''", "require, , ''", "verify-full, " + POM + ", ''",
        "verify-full, , holdfast.db.tls-root-certificate", "verify-full, /nowhere.pem, holdfast.db.tls-root-certificate",
        "require, " + POM + ", holdfast.db.tls-root-certificate", ", " + POM + ", holdfast.db.tls-root-certificate",
        "verify-ca, , holdfast.db.tls", "VERIFY-FULL, " + POM + ", holdfast.db.tls", "'', , holdfast.db.tls"})
    void tlsWhenItWouldPromiseWhatIsNotDoneThenAFault(String tls, String certificate, String refused) {
        assertEquals(refused.isEmpty() ? List.of() : List.of(refused), refused("postgresql", tls, certificate));
    }

    /**
     * On this machine a server without TLS is common and harmless, so TLS is optional there; an explicit setting counts
     * everywhere.
     */
    @ParameterizedTest
    @CsvSource({"localhost, , true", "127.0.0.1, , true", "127.1.2.3, , true", "'::1', , true", "LOCALHOST, , true", "db.example.com, , false",
        "localhost.example.com, , false", "10.0.0.1, , false", "localhost, require, false", "localhost, disable, false"})
    void tlsWhenNothingIsSetThenItIsRequiredExceptOnLoopback(String host, String tls, boolean asItComes) {
        Map<String, String> values = new HashMap<>(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", host));
        if (tls != null) {
            values.put("holdfast.db.tls", tls);
        }
        assertEquals(asItComes, new StorageConfig(SettingsOf.map(values)).isOnLoopbackAsItComes());
    }

    @Test
    void passwordWhenReadThenLetterForLetterAndNeverPrinted() {
        StorageConfig config = new StorageConfig(SettingsOf.map(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "db.example",
                "holdfast.db.user", "a$$b", "holdfast.db.password", "a${http.port}b$$")));

        assertEquals("a${http.port}b$$", config.user().orElseThrow().password());
        assertEquals("a$$b", config.user().orElseThrow().name());
        assertEquals("DatabaseUser[a$$b]", config.user().orElseThrow().toString());
    }

    @Test
    void passwordWhenItIsThereTwiceThenAFault() {
        assertEquals(List.of("holdfast.db.password-file"), refused(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "db.example",
                "holdfast.db.password", "x", "holdfast.db.password-file", POM)));
    }

    @Test
    void tlsWhenOnDerbyThenOfNoMeaning() {
        assertEquals(List.of(), refused(Map.of("holdfast.db.tls", "verify-full")));
    }

    /** An operator who names a server must not find out later that all data was kept on this machine. */
    @Test
    void hostWhenOnDerbyThenAFault() {
        assertEquals(List.of("holdfast.db.host"), refused(Map.of("holdfast.db.host", "db.example")));
        assertEquals(List.of("holdfast.db.host"),
                refused(Map.of("holdfast.db.kind", "derby", "holdfast.db.host", "db.example")));
        assertEquals(List.of(), refused(Map.of("holdfast.db.host", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "abc"})
    void portWhenThereIsNoneSuchThenAFaultWhateverTheKind(String port) {
        assertEquals(List.of("holdfast.db.port"), refused(Map.of("holdfast.db.port", port)));
    }

    private static List<String> refused(String kind, String tls, String certificate) {
        Map<String, String> values = new HashMap<>(Map.of("holdfast.db.kind", kind, "holdfast.db.host", "db.example"));
        if (tls != null) {
            values.put("holdfast.db.tls", tls);
        }
        if (certificate != null) {
            values.put("holdfast.db.tls-root-certificate", certificate);
        }
        return refused(values);
    }

    private static List<String> refused(Map<String, String> values) {
        Settings settings = SettingsOf.map(values);
        new StorageConfig(settings);
        return settings.faults().stream().map(fault -> fault.key()).toList();
    }
}
