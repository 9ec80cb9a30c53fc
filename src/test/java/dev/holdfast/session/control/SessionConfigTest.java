package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.SettingFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults and bounds are those of the contract. */
class SessionConfigTest {

    @Test
    void newWhenNothingIsSetThenTheDefaults() {
        Settings settings = SettingsOf.map(Map.of());
        SessionConfig config = new SessionConfig(settings);

        assertEquals(Duration.ofMinutes(5), config.accessTokenLifetime());
        assertEquals(Duration.ofDays(7), config.idleTimeout());
        assertEquals(Duration.ofDays(30), config.absoluteTimeout());
        assertEquals(Duration.ofSeconds(10), config.reuseGrace());
        assertEquals(Duration.ofSeconds(30), config.feedTolerance());
        assertEquals("ES256", config.signingAlgorithm());
        assertEquals(Duration.ofDays(30), config.signingKeyLifetime());
        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @CsvSource({"access-token-lifetime, PT1S", "access-token-lifetime, PT10M", "reuse-grace, PT0S", "reuse-grace, PT1M",
        "feed-tolerance, PT1S", "feed-tolerance, PT5M", "idle-timeout, P30D", "signing-algorithm, RS256",
        "signing-key-lifetime, PT10S"})
    void newWhenAtABoundThenAccepted(String key, String value) {
        assertEquals(List.of(), faults(key, value));
    }

    @ParameterizedTest
    @CsvSource({"access-token-lifetime, PT0.9S", "access-token-lifetime, PT10M1S", "access-token-lifetime, 300",
        "reuse-grace, PT-1S", "reuse-grace, PT61S", "feed-tolerance, PT0S", "feed-tolerance, PT301S",
        "idle-timeout, P31D", "idle-timeout, PT5M", "signing-algorithm, HS256", "signing-algorithm, none",
        "signing-key-lifetime, PT9S"})
    void newWhenOutOfBoundsThenOneFaultThatNamesTheSetting(String key, String value) {
        assertEquals(List.of("holdfast.session." + key), faults(key, value));
    }

    private static List<String> faults(String key, String value) {
        Settings settings = SettingsOf.map(Map.of("holdfast.session." + key, value));
        new SessionConfig(settings);
        return settings.faults().stream().map(SettingFault::key).toList();
    }
}
