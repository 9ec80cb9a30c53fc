package dev.holdfast.google.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings about Gemini that contradict each other, or are out of bounds, never start. */
class GeminiConfigTest {

    private static final String ORIGIN = "http://127.0.0.1:9090";
    private static final String QUOTA = "https://www.googleapis.com/auth/generative-language.peruserquota";
    private static final Map<String, String> USER = Map.of("holdfast.gemini.access", "user", "holdfast.gemini.model",
            "gemini-9", "holdfast.google.optional-scopes", "openid " + QUOTA);

    private Settings settings;

    @Test
    void accessWhenNothingIsSetThenOffAndNothingElseIsNeeded() {
        GeminiConfig config = config(Map.of());

        assertFalse(config.isOn());
        assertEquals(Optional.empty(), config.scope());
        assertEquals(List.of(), settings.faults());
    }

    @Test
    void accessWhenOfTheUserThenTheScopeIsAskedForAndTheRestHasItsDefaults() {
        GeminiConfig config = config(USER);

        assertTrue(config.isOn());
        assertEquals(Optional.of(QUOTA), config.scope());
        assertEquals(Optional.empty(), config.key());
        assertEquals(URI.create(ORIGIN + "/v1/models/gemini-9:streamGenerateContent?alt=sse"), config.streaming());
        assertEquals(Duration.ofMinutes(1), config.timeout());
        assertEquals(6, config.perMinute());
        assertEquals(15 << 20, config.mostBytes());
        assertEquals(List.of(), settings.faults());
    }

    @Test
    void accessWhenByKeyThenNoScopeIsAskedFor(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "AIza-not-a-key\n");

        GeminiConfig config = config(Map.of("holdfast.gemini.access", "key", "holdfast.gemini.model", "gemini-9",
                "holdfast.gemini.api-key-file", file.toString()));

        assertEquals(Optional.of(Secret.of("AIza-not-a-key")), config.key());
        assertEquals(Optional.empty(), config.scope());
        assertEquals(List.of(), settings.faults());
    }

    @Test
    void rootWhenTheApisAreGooglesThenGooglesAddress() {
        GeminiConfig config = config(with(USER, "holdfast.google.api-root", "https://www.googleapis.com"));

        assertEquals("https://generativelanguage.googleapis.com/v1/models/gemini-9:streamGenerateContent?alt=sse",
                config.streaming().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "access, maybe, must be off or user or key",
        "access, key, is not set; name a file",
        "api-key-file, /nowhere, is not for holdfast.gemini.access=user",
        "model, , is not set; name a model",
        "model, ../files, is no name of a model",
        "scope, https://www.googleapis.com/auth/cloud-platform, must be one scope that people can be asked for",
        "root, http://gemini.example, plain http is accepted for a loopback host only",
        "root, https://gemini.example, a host of googleapis.com",
        "root, http://127.0.0.1:9091, below holdfast.google.api-root",
        "timeout, PT0.5S, must be between PT1S and PT5M",
        "timeout, PT6M, must be between PT1S and PT5M",
        "per-minute, 0, must be a whole number from 1 to 1000",
        "max-document, 51MB, must be a size from 1kB to 50MB",
        "max-document, much, must be a size from 1kB to 50MB"})
    void settingWhenItIsFaultyThenTheLineNamesTheCure(String member, String value, String cure) {
        config(with(USER, "holdfast.gemini." + member, value));

        assertTrue(settings.faults().stream().anyMatch(fault -> fault.key().startsWith("holdfast.gemini.")
                && fault.cure().contains(cure)), () -> settings.faults().toString());
    }

    private GeminiConfig config(Map<String, String> more) {
        settings = SettingsOf.google(ORIGIN, more);
        return new GeminiConfig(settings, new GoogleConfig(settings));
    }

    private static Map<String, String> with(Map<String, String> some, String key, String value) {
        Map<String, String> more = new HashMap<>(some);
        if (value == null) {
            more.remove(key);
        } else {
            more.put(key, value);
        }
        return more;
    }
}
