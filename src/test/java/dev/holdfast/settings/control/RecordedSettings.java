package dev.holdfast.settings.control;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings that are all empty, except the kind of database: PostgreSQL, so that its settings are read as well. It records
 * how each one is read.
 */
public final class RecordedSettings extends Settings {

    private static final String KIND = "holdfast.db.kind";

    private final Map<String, DeclaredSetting> read = new LinkedHashMap<>();

    public Map<String, DeclaredSetting> read() {
        return read;
    }

    @Override
    public Optional<String> text(String key) {
        note(key, "", "");
        return KIND.equals(key) ? Optional.of("postgresql") : Optional.empty();
    }

    @Override
    public String text(String key, String fallback) {
        note(key, fallback, "");
        return super.text(key, fallback);
    }

    @Override
    public String required(String key, String cure) {
        note(key, "", "required");
        return super.required(key, cure);
    }

    @Override
    public String required(String key, Optional<String> value, String cure) {
        note(key, "", "required");
        return super.required(key, value, cure);
    }

    @Override
    public boolean isSet(String key) {
        note(key, "", "");
        return false;
    }

    @Override
    public Optional<String> raw(String key) {
        note(key, "", "");
        return Optional.empty();
    }

    @Override
    public Duration duration(String key, Duration fallback, Duration least, Duration most) {
        note(key, IsoDuration.of(fallback), code(IsoDuration.of(least)) + " to " + code(IsoDuration.of(most)));
        return super.duration(key, fallback, least, most);
    }

    @Override
    public int number(String key, int fallback, int least, int most) {
        note(key, Integer.toString(fallback), code(least) + " to " + code(most));
        return super.number(key, fallback, least, most);
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        note(key, Boolean.toString(fallback), "`true` or `false`");
        return super.flag(key, fallback);
    }

    @Override
    public String choice(String key, String fallback, List<String> choices) {
        note(key, fallback, words(choices.stream()));
        return super.choice(key, fallback, choices);
    }

    @Override
    public URI httpUrl(String key, String fallback) {
        note(key, fallback, "URL");
        return super.httpUrl(key, fallback);
    }

    @Override
    public Optional<URI> httpUrl(String key) {
        note(key, "", "URL");
        return super.httpUrl(key);
    }

    /** Records the default of an enum; any other default has to be empty, or has to be added here. */
    @Override
    public <T> Optional<T> parsed(String key, T fallback, String cure, Function<String, T> parser) {
        if (fallback instanceof Enum<?> word) {
            note(key, lower(word), words(Arrays.stream(word.getDeclaringClass().getEnumConstants())
                    .map(RecordedSettings::lower)));
        } else {
            note(key, "", "");
        }
        return super.parsed(key, fallback, cure, parser);
    }

    /** One name stands for all that operators may choose. */
    @Override
    public Set<String> names(String prefix, String what, Set<String> members) {
        return Set.of("<" + what + ">");
    }

    @Override
    public void notEmpty(String key) {
        note(key, "", "");
    }

    private void note(String key, String fallback, String bounds) {
        read.merge(key, new DeclaredSetting(key, fallback, bounds), DeclaredSetting::and);
    }

    private static String lower(Object word) {
        return word.toString().toLowerCase(Locale.ROOT);
    }

    private static String words(Stream<String> words) {
        return words.map(RecordedSettings::code).collect(Collectors.joining(", "));
    }

    private static String code(Object value) {
        return "`" + value + "`";
    }
}
