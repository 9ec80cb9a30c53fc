package dev.holdfast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A file in YAML, or a part of one. A duplicate key is refused. */
final class YamlFile {

    private final Object value;

    private YamlFile(Object value) {
        this.value = value;
    }

    static YamlFile of(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            return new YamlFile(new Yaml(new SafeConstructor(strict)).load(Files.readString(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    /**
     * Returns the members by key, in the order of the file; empty if there are none. YAML 1.1 reads the key {@code on} as
     * {@code true}.
     */
    Map<String, YamlFile> under(String... path) {
        Map<String, YamlFile> found = new LinkedHashMap<>();
        if (at(path).value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> found.put(Boolean.TRUE.equals(key) ? "on" : String.valueOf(key), new YamlFile(each)));
        }
        return found;
    }

    /** Returns the members of a list; empty if there is no list. */
    Stream<YamlFile> all(String... path) {
        return at(path).value instanceof List<?> list ? list.stream().map(YamlFile::new) : Stream.of();
    }

    Stream<String> texts(String... path) {
        return all(path).map(YamlFile::text);
    }

    String text(String... path) {
        return String.valueOf(at(path).value);
    }

    private YamlFile at(String... path) {
        YamlFile here = this;
        for (String key : path) {
            here = new YamlFile(here.value instanceof Map<?, ?> map ? map.get(key) : null);
        }
        return here;
    }
}
