package dev.holdfast.crypto.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.EncryptionKey;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.PublicUrl;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoConfigTest {

    private static final PublicUrl HERE = new PublicUrl(URI.create("http://localhost:9080"));
    private static final PublicUrl ELSEWHERE = new PublicUrl(URI.create("https://files.example"));
    private static final String A = Base64.getEncoder().encodeToString(RandomTokens.bytes(32));
    private static final String B = Base64.getEncoder().encodeToString(RandomTokens.bytes(32));

    @ParameterizedTest
    @ValueSource(strings = {"2:%s,1:%s", " 2:%s , 1:%s ", "2:%s\n1:%s\n", "2:%s\r\n\r\n1:%s"})
    void keysWhenSeveralThenInTheirOrder(String form) {
        Settings settings = SettingsOf.map(Map.of("holdfast.crypto.keys", form.formatted(A, B)));

        List<EncryptionKey> keys = new CryptoConfig(settings, ELSEWHERE).keys();

        assertEquals(List.of(), settings.faults());
        assertEquals(List.of(2, 1), keys.stream().map(EncryptionKey::number).toList());
    }

    @Test
    void keysWhenInAFileThenReadFromThere(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("keys"), "7:" + A + "\n");
        Settings settings = SettingsOf.map(Map.of("holdfast.crypto.keys-file", file.toString()));

        assertEquals(7, new CryptoConfig(settings, ELSEWHERE).keys().get(0).number());
        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:%1$s,1:%2$s", "1:%1$s,2:%1$s", "1:short", "%1$s", "0:%1$s", ",", "1:%1$s;2:%2$s"})
    void keysWhenUnusableThenAFaultThatShowsNoKey(String form) {
        Settings settings = SettingsOf.map(Map.of("holdfast.crypto.keys", form.formatted(A, B)));

        new CryptoConfig(settings, HERE);

        assertEquals(1, settings.faults().size(), () -> settings.faults().toString());
        String fault = settings.faults().get(0).toString();
        assertTrue(fault.startsWith("holdfast.crypto.keys (environment HOLDFAST_CRYPTO_KEYS): "), fault);
        assertFalse(fault.contains(A) || fault.contains(B) || fault.contains("short"), fault);
    }

    /** Without keys, only a trial on this machine starts. */
    @ParameterizedTest
    @CsvSource({"derby, http://localhost:9080, 0", "derby, https://files.example, 1", "postgresql, http://localhost:9080, 1"})
    void keysWhenNoneThenOnlyForATrial(String database, URI publicUrl, int faults) {
        Settings settings = SettingsOf.map(Map.of("holdfast.db.kind", database));

        assertEquals(List.of(), new CryptoConfig(settings, new PublicUrl(publicUrl)).keys());
        assertEquals(faults, settings.faults().size());
    }

    @Test
    void keysWhenSetTwiceOrTheFileCannotBeReadThenAFault() {
        Settings both = SettingsOf.map(Map.of("holdfast.crypto.keys", "1:" + A, "holdfast.crypto.keys-file", "/nowhere"));
        Settings missing = SettingsOf.map(Map.of("holdfast.crypto.keys-file", "/nowhere/at/all"));

        new CryptoConfig(both, HERE);
        new CryptoConfig(missing, HERE);

        assertEquals("holdfast.crypto.keys-file", both.faults().get(0).key());
        assertEquals("holdfast.crypto.keys-file", missing.faults().get(0).key());
    }
}
