package dev.holdfast.google;

import dev.holdfast.settings.control.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of a test, over nothing but a map. */
public final class SettingsOf {

    private SettingsOf() {}

    public static Settings map(Map<String, String> values) {
        return new Settings(new MapConfig(values));
    }

    /** A client at a Google whose issuer and API root are this origin. */
    public static Settings google(String origin, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "holdfast.google.client-id", "client-1",
                "holdfast.google.client-secret", "secret-of-client-1",
                "holdfast.google.issuer", origin,
                "holdfast.google.api-root", origin,
                "holdfast.google.timeout", "PT0.3S",
                "holdfast.google.api-timeout", "PT1S"));
        values.putAll(more);
        return map(values);
    }

    private record MapConfig(Map<String, String> values) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
            return Optional.ofNullable(values.get(key)).map(type::cast);
        }

        @Override
        public <T> T getValue(String key, Class<T> type) {
            return getOptionalValue(key, type).orElseThrow();
        }

        @Override
        public ConfigValue getConfigValue(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of(new MapSource(values));
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }

    private record MapSource(Map<String, String> values) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public String getValue(String key) {
            return values.get(key);
        }

        @Override
        public String getName() {
            return "map";
        }
    }
}
