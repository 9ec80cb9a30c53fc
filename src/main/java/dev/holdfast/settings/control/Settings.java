package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SettingFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads settings and collects every fault instead of stopping at the first: a setting that cannot be used is noted
 * with its cure and stands at its default until {@link StartRefusal} has told all faults at once and refused the start.
 */
@ApplicationScoped
public class Settings {

    private final Config config;
    private final List<SettingFault> faults = new ArrayList<>();

    protected Settings() {
        this(null);
    }

    @Inject
    public Settings(Config config) {
        this.config = config;
    }

    /** Blank counts as absent, so that an empty environment variable means "not set". */
    public Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    public String required(String key, String cure) {
        return text(key).orElseGet(() -> {
            fault(key, "is not set; " + cure);
            return "";
        });
    }

    /** Both bounds included. */
    public Duration duration(String key, Duration fallback, Duration least, Duration most) {
        return parsed(key, fallback, "must be an ISO-8601 duration such as " + IsoDuration.of(fallback), Duration::parse)
                .filter(value -> within(key, value, least, most))
                .orElse(fallback);
    }

    public boolean flag(String key, boolean fallback) {
        return parsed(key, fallback, "must be true or false", Settings::strictBoolean).orElse(fallback);
    }

    /** One of a few words, spelled exactly so. */
    public String choice(String key, String fallback, List<String> choices) {
        String value = text(key, fallback);
        if (!choices.contains(value)) {
            fault(key, "must be " + String.join(" or ", choices));
            return fallback;
        }
        return value;
    }

    /** As the next, with an address to fall back on. */
    public URI httpUrl(String key, String fallback) {
        return httpUrl(key).orElseGet(() -> URI.create(fallback));
    }

    /** An absolute http(s) URL without user information, query or fragment; plain http only for a loopback host. */
    public Optional<URI> httpUrl(String key) {
        return text(key).flatMap(value -> {
            Optional<URI> url = HttpUrls.parse(value);
            if (url.isEmpty()) {
                fault(key, "must be an absolute https URL; plain http is accepted for a loopback host only");
            }
            return url;
        });
    }

    /** A whole number; both bounds included. */
    public int number(String key, int fallback, int least, int most) {
        String cure = "must be a whole number from " + least + " to " + most;
        int value = parsed(key, fallback, cure, Integer::valueOf).orElse(fallback);
        if (value < least || value > most) {
            fault(key, cure);
            return fallback;
        }
        return value;
    }

    /** For what Liberty reads by itself: there an empty value is a value, and not "not set". */
    public void notEmpty(String key) {
        for (ConfigSource source : config.getConfigSources()) {
            String value = source.getValue(key);
            if (value != null && value.isBlank()) {
                fault(key, "is empty: give it a value, or take it away");
                return;
            }
        }
    }

    public <T> Optional<T> parsed(String key, T fallback, String cure, Function<String, T> parser) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            return Optional.ofNullable(fallback);
        }
        try {
            return Optional.of(parser.apply(value.get()));
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException unusable) {
            fault(key, cure);
            return Optional.ofNullable(fallback);
        }
    }

    public void fault(String key, String cure) {
        faults.add(new SettingFault(key, cure));
    }

    public List<SettingFault> faults() {
        return List.copyOf(faults);
    }

    private boolean within(String key, Duration value, Duration least, Duration most) {
        boolean inside = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        if (!inside) {
            fault(key, "must be between " + IsoDuration.of(least) + " and " + IsoDuration.of(most));
        }
        return inside;
    }

    private static Boolean strictBoolean(String value) {
        return switch (value) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException();
        };
    }
}
