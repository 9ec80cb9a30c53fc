package dev.holdfast.signin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInConfigTest {

    @Test
    void hostedDomainsWhenNotSetThenNone() {
        assertEquals(Set.of(), new SignInConfig(SettingsOf.map(Map.of())).hostedDomains().domains());
    }

    @Test
    void hostedDomainsWhenSetThenLowerCaseAndWithoutBlanks() {
        Settings settings = SettingsOf.map(Map.of(SignInConfig.HOSTED_DOMAINS, " Example.com, other.org,"));

        assertEquals(Set.of("example.com", "other.org"), new SignInConfig(settings).hostedDomains().domains());
        assertTrue(settings.faults().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "example", "a@example.com", "https://example.com", "example.com other.org"})
    void hostedDomainsWhenNoDomainNamesThenTheSettingIsNamed(String value) {
        Settings settings = SettingsOf.map(Map.of(SignInConfig.HOSTED_DOMAINS, value));
        new SignInConfig(settings);

        assertEquals(SignInConfig.HOSTED_DOMAINS, settings.faults().get(0).key());
    }
}
