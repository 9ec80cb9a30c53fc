package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SecretText;
import dev.holdfast.settings.entity.SettingFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings and collects all faults instead of stopping at the first. A setting that cannot be used is noted with its
 * cure and has its default value until {@link StartRefusal} has reported all faults and refused the start.
 */
@ApplicationScoped
public class Settings {

    private static final String VARIABLE_DIRECTORIES = "VARIABLE_SOURCE_DIRS";
    /** The ordinal of the default values of variables, according to Liberty's documentation of MicroProfile Config. */
    private static final int LIBERTY_DEFAULTS = 1;

    private static final Pattern LINE_ENDS_AT_THE_END = Pattern.compile("[\\r\\n]+\\z");

    private Config config;
    private final List<SettingFault> faults = new ArrayList<>();

    protected Settings() {}

    @Inject
    public Settings(Config config) {
        this.config = config;
    }

    /**
     * Returns the value. A blank value counts as absent, so that an empty environment variable means "not set".
     * MicroProfile's expressions are replaced; an expression that refers to no setting is a fault.
     */
    public Optional<String> text(String key) {
        Optional<String> value = config.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
        if (value.isEmpty() && raw(key).filter(text -> text.contains("${")).isPresent()) {
            fault(key, "contains ${ that refers to no setting: name one that is set, or write \\${ for the characters"
                    + " themselves");
        }
        return value;
    }

    /**
     * Returns the value from the first source that has it, with nothing replaced or cut off. A blank value counts as absent.
     */
    public Optional<String> raw(String key) {
        Optional<String> file = first(VARIABLE_DIRECTORIES).flatMap(directories -> new VariableFiles(directories).read(key));
        return file.or(() -> first(key)).filter(value -> !value.isBlank());
    }

    /** Returns whether the setting has been set. A default that Liberty's configuration declares does not count. */
    public boolean isSet(String key) {
        for (ConfigSource source : config.getConfigSources()) {
            String value = source.getOrdinal() > LIBERTY_DEFAULTS ? source.getValue(key) : null;
            if (value != null && !value.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the value unchanged, except for line ends at its end. A value that cannot be a secret is a fault. */
    public Optional<String> secret(String key) {
        return raw(key).flatMap(value -> usable(key, value));
    }

    /** Same as {@link #secret}, for the content of the file that the setting names. */
    public Optional<String> secretIn(String fileKey) {
        return text(fileKey).flatMap(path -> content(fileKey, path));
    }

    private Optional<String> content(String fileKey, String path) {
        try {
            String content = Files.readString(Path.of(path));
            if (!content.isBlank()) {
                return usable(fileKey, content);
            }
        } catch (IOException | InvalidPathException unreadable) {
            // Reported below, together with the empty file.
        }
        fault(fileKey, "must name a readable UTF-8 text file that holds the secret and nothing else");
        return Optional.empty();
    }

    private Optional<String> usable(String key, String value) {
        String secret = LINE_ENDS_AT_THE_END.matcher(value).replaceFirst("");
        SecretText.faultOf(secret).ifPresent(cure -> fault(key, cure));
        return Optional.of(secret);
    }

    /**
     * Returns the names that operators chose: {@code calendar} for the prefix {@code holdfast.gateway.} if
     * {@code holdfast.gateway.calendar.root} is set and {@code root} is a member. A key below the prefix that has no such
     * form is a fault. {@code what}: what a name stands for, in one word.
     */
    public Set<String> names(String prefix, String what, Set<String> members) {
        return new SettingNames(prefix, what, members, key -> raw(key).isPresent(), this::fault).in(config.getPropertyNames());
    }

    private Optional<String> first(String key) {
        for (ConfigSource source : config.getConfigSources()) {
            String value = source.getValue(key);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    public String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    public String required(String key, String cure) {
        return required(key, text(key), cure);
    }

    /** Returns a value that was read by another method than {@link #text}. A missing value is a fault. */
    public String required(String key, Optional<String> value, String cure) {
        return value.orElseGet(() -> {
            if (faults.stream().noneMatch(known -> known.key().equals(key))) {
                fault(key, "is not set; " + cure);
            }
            return "";
        });
    }

    /** Returns an ISO-8601 duration within the bounds, both included. */
    public Duration duration(String key, Duration fallback, Duration least, Duration most) {
        return parsed(key, fallback, "must be an ISO-8601 duration such as " + IsoDuration.of(fallback), Duration::parse)
                .filter(value -> within(key, value, least, most))
                .orElse(fallback);
    }

    public boolean flag(String key, boolean fallback) {
        return parsed(key, fallback, "must be true or false", Settings::strictBoolean).orElse(fallback);
    }

    /** Returns one of the choices, which must be spelled exactly. */
    public String choice(String key, String fallback, List<String> choices) {
        String value = text(key, fallback);
        if (!choices.contains(value)) {
            fault(key, "must be " + String.join(" or ", choices));
            return fallback;
        }
        return value;
    }

    /** Same as {@link #httpUrl(String)}, with a default URL. */
    public URI httpUrl(String key, String fallback) {
        return httpUrl(key).orElseGet(() -> URI.create(fallback));
    }

    /** Returns an absolute http(s) URL without user information, query or fragment; plain http only for a loopback host. */
    public Optional<URI> httpUrl(String key) {
        return text(key).flatMap(value -> {
            Optional<URI> url = HttpUrls.parse(value);
            if (url.isEmpty()) {
                fault(key, "must be an absolute https URL; plain http is accepted for a loopback host only");
            }
            return url;
        });
    }

    /** Returns a whole number within the bounds, both included. */
    public int number(String key, int fallback, int least, int most) {
        String cure = "must be a whole number from " + least + " to " + most;
        int value = parsed(key, fallback, cure, Integer::valueOf).orElse(fallback);
        if (value < least || value > most) {
            fault(key, cure);
            return fallback;
        }
        return value;
    }

    /**
     * Reports an empty value of a setting that Liberty reads itself: to Liberty, empty is a value and does not mean "not
     * set".
     */
    public void notEmpty(String key) {
        for (ConfigSource source : config.getConfigSources()) {
            String value = source.getValue(key);
            if (value != null && value.isBlank()) {
                fault(key, "is empty: give it a value, or take it away");
                return;
            }
        }
    }

    public <T> Optional<T> parsed(String key, @Nullable T fallback, String cure, Function<String, T> parser) {
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
        SettingFault fault = new SettingFault(key, cure);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
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
