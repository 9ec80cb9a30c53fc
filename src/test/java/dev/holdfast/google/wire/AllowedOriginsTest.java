package dev.holdfast.google.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    private final AllowedOrigins atGoogle = origins(Map.of("holdfast.google.api-root", "https://www.googleapis.com"));

    @ParameterizedTest
    @ValueSource(strings = {"https://www.googleapis.com/drive/v3", "https://people.googleapis.com/v1/people/me",
        "https://calendar-json.googleapis.com/", "https://SHEETS.googleapis.com:443/", "https://a.b.rep.googleapis.com/"})
    void containWhenAnApiOfGooglesThenYes(String url) {
        assertTrue(atGoogle.contain(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.googleapis.com/", "https://www.googleapis.com:8443/", "https://googleapis.com/",
        "https://evilgoogleapis.com/", "https://www.googleapis.com.evil.example/", "https://evil.example/.googleapis.com",
        "https://people.googleapis.com@evil.example/", "https://evil.example#.googleapis.com:443",
        "https://evil.example?.googleapis.com:443", "https://.googleapis.com/", "mailto:www.googleapis.com",
        "https:///www.googleapis.com"})
    void containWhenAnythingElseThenNo(String url) {
        assertFalse(atGoogle.contain(URI.create(url)));
    }

    @Test
    void containWhenTheApiRootIsNotGooglesThenNoneOfGooglesIs() {
        AllowedOrigins atStandIn = origins(Map.of());

        assertTrue(atStandIn.contain(URI.create("http://127.0.0.1:9090/drive/v3/files")));
        assertFalse(atStandIn.contain(URI.create("https://www.googleapis.com/drive/v3/files")));
    }

    private static AllowedOrigins origins(Map<String, String> more) {
        return new AllowedOrigins(new GoogleConfig(SettingsOf.google("http://127.0.0.1:9090", more)));
    }
}
