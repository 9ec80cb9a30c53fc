package dev.holdfast.web.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gateway.control.GatewayConfig;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.ProductVersion;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.settings.entity.SettingFault;
import dev.holdfast.web.entity.BrandColor;
import dev.holdfast.web.entity.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationConfigTest {

    private static final PublicUrl PUBLIC_URL = new PublicUrl(URI.create("https://files.example"));

    @Test
    void installationWhenNothingIsSetThenItIsHoldfast() {
        Installation installation = installation(SettingsOf.map(Map.of()));

        assertEquals("{\"name\":\"Holdfast\",\"logo\":null,\"color\":null,\"privacy\":null,\"terms\":null,\"support\":null,"
                + "\"public_url\":\"https://files.example\",\"watch_refreshes\":false,\"apis\":[],\"version\":\"" + ProductVersion.current() + "\"}",
                installation.json());
    }

    @Test
    void installationWhenAllIsSetThenItHasTheWords(@TempDir Path folder) throws IOException {
        Path logo = Files.writeString(folder.resolve("logo.txt"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Settings settings = SettingsOf.map(Map.of("holdfast.installation.name", "Müller & Söhne 文件 👩‍💻",
                "holdfast.installation.logo-file", logo.toString(), "holdfast.installation.color", "#7B1FA2",
                "holdfast.links.privacy", "https://example.com/privacy#data", "holdfast.links.terms", "https://example.com/t",
                "holdfast.links.support", "mailto:help@example.com", "holdfast.ui.watch-refreshes", "true"));
        Installation installation = installation(settings);

        assertEquals(List.of(), settings.faults());
        assertEquals("Müller & Söhne 文件 👩‍💻", installation.name());
        assertEquals(Optional.of(new BrandColor("#7b1fa2")), installation.color());
        assertTrue(installation.json().contains("\"logo\":\"/installation/logo\""));
        assertTrue(installation.json().contains("\"support\":\"mailto:help@example.com\""));
        assertTrue(installation.watchRefreshes());
    }

    @Test
    void installationWhenTheGatewayOpensApisThenThePagesKnowTheirNames() {
        Settings settings = SettingsOf.map(Map.of(
                "holdfast.gateway.people.root", "https://people.googleapis.com/v1",
                "holdfast.gateway.people.allow", "GET /people/me openid",
                "holdfast.gateway.calendar.root", "https://www.googleapis.com/calendar/v3",
                "holdfast.gateway.calendar.allow", "GET /calendars/*/events openid"));

        assertTrue(installation(settings).json().contains("\"apis\":[\"calendar\",\"people\"],"));
        assertFalse(installation(settings).json().contains("googleapis"), "only their names");
    }

    private static Installation installation(Settings settings) {
        GatewayConfig gateway = new GatewayConfig(settings, new GoogleConfig(SettingsOf.map(Map.of())));
        return new InstallationConfig(settings, PUBLIC_URL, gateway).installation();
    }

    @ParameterizedTest
    @CsvSource({"installation.name, 'two\nlines'", "installation.name, M\ufffd\ufffdller", "installation.name, a\u202eb",
        "installation.name, 1234567890123456789012345678901234567890123456789012345678901",
        "installation.color, #ffcc00", "installation.color, blue", "installation.logo-file, /nowhere.png",
        "installation.logo-file, pom.xml", "installation.logo-file, 'a\0b'", "links.privacy, javascript:alert(1)",
        "links.terms, http://example.com", "links.privacy, mailto:a@example.com", "links.support, help@example.com",
        "ui.watch-refreshes, yes"})
    void constructorWhenASettingCannotBeUsedThenItIsNamed(String key, String value) {
        Settings settings = SettingsOf.map(Map.of("holdfast." + key, value));
        installation(settings);

        assertEquals(List.of("holdfast." + key), settings.faults().stream().map(SettingFault::key).toList());
    }
}
