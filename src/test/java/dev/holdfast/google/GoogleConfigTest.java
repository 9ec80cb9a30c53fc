package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.settings.control.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleConfigTest {

    private static final String PREFIX = "holdfast.google.";

    @Test
    void configWhenOnlyTheClientIsSetThenGoogleAsItIs() {
        Settings settings = SettingsOf.map(Map.of(PREFIX + "client-id", "id", PREFIX + "client-secret", "secret"));
        GoogleConfig config = new GoogleConfig(settings);

        assertEquals(List.of(), settings.faults());
        assertEquals("https://accounts.google.com", config.issuer());
        assertEquals(URI.create("https://www.googleapis.com"), config.apiRoot());
        assertEquals(List.of("openid", "email", "profile", "https://www.googleapis.com/auth/drive.readonly"),
                List.copyOf(config.scopes()));
        assertTrue(config.optionalScopes().isEmpty());
        assertEquals(Duration.ofSeconds(5), config.timeout());
    }

    @Test
    void configWhenNothingIsSetThenBothWaysAreNamed() {
        Settings settings = SettingsOf.map(Map.of());
        new GoogleConfig(settings);

        String faults = settings.faults().toString();
        for (String name : List.of("HOLDFAST_GOOGLE_CLIENT_ID", "HOLDFAST_GOOGLE_CLIENT_SECRET",
                "holdfast.google.client-secret-file")) {
            assertTrue(faults.contains(name), faults);
        }
    }

    @Test
    void configWhenTheSecretIsInAFileThenItIsRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from-file\n");
        Settings settings = SettingsOf.map(Map.of(PREFIX + "client-id", "id", PREFIX + "client-secret-file", file.toString()));

        assertEquals(Secret.of("from-file"), new GoogleConfig(settings).clientSecret());
        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "client-secret-file | /nowhere/at/all", "issuer | http://accounts.example.com", "issuer | accounts.google.com",
        "token-endpoint | http://tokens.example.com/t", "jwks-uri | ftp://x", "api-root | //x", "timeout | PT0.099S",
        "timeout | PT6.001S", "timeout | 5", "scopes | email profile", "optional-scopes | drivé"})
    void configWhenASettingCannotBeUsedThenAFaultNamesIt(String key, String value) {
        Map<String, String> values = new HashMap<>(Map.of(PREFIX + "client-id", "id", PREFIX + "client-secret", "secret"));
        values.put(PREFIX + key, value);
        Settings settings = SettingsOf.map(values);
        new GoogleConfig(settings);

        assertEquals(1, settings.faults().size(), () -> settings.faults().toString());
        assertTrue(settings.faults().get(0).toString().contains(PREFIX + key), () -> settings.faults().toString());
    }
}
