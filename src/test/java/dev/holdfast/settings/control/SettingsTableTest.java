package dev.holdfast.settings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables in {@code docs/operate/settings.md} are those of the code: each key with its environment variable, default and
 * bounds. Only the last column is written by hand. A failure prints the expected rows, to be copied there.
 */
class SettingsTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.<>-]+)` \\|.*\\| ?([^|\\n]*?) ?\\|$");
    private static final Pattern KEY_IN_CODE = Pattern.compile("\"(holdfast\\.[a-z-]+(?:\\.[a-z-]+)?)\"");

    /**
     * Keys that operators do not set: the configuration tells Holdfast the first two, the others are attributes of spans.
     */
    private static final Set<String> NO_SETTINGS = Set.of("holdfast.exit-on-fault", "holdfast.end-with-launcher",
            "holdfast.acquire.from",
            "holdfast.acquire.outcome", "holdfast.acquire.reason", "holdfast.request.id");

    @Test
    void tablesWhenComparedWithTheCodeThenEachRowIsTheSame() throws Exception {
        Map<String, DeclaredSetting> declared = ours(DeclaredSettings.all());
        Map<String, MatchResult> documented = documented();

        String missing = declared.values().stream().filter(setting -> !documented.containsKey(setting.key()))
                .map(setting -> setting.row("...")).collect(Collectors.joining("\n"));
        Map<String, String> wrong = new LinkedHashMap<>();
        documented.forEach((key, row) -> wrong.put(row.group(),
                declared.containsKey(key) ? declared.get(key).row(row.group(2)) : "no such setting"));
        wrong.entrySet().removeIf(row -> row.getKey().equals(row.getValue()));

        assertEquals("", missing, "not in the tables");
        assertEquals(String.join("\n", wrong.values()), String.join("\n", wrong.keySet()));
    }

    /** Two readers of one setting, Liberty and the application, agree on its default. */
    @Test
    void defaultsWhenLibertyHasThemTooThenTheyAreTheSame() throws Exception {
        Map<String, DeclaredSetting> code = DeclaredSettings.ofTheCode();
        Map<String, String> both = new LinkedHashMap<>(DeclaredSettings.ofLiberty());
        both.keySet().removeIf(key -> !code.containsKey(key) || code.get(key).fallback().isEmpty());

        assertTrue(both.containsKey("holdfast.db.port"));
        assertEquals(both, both.keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> code.get(key).fallback())));
    }

    /**
     * A setting read outside of a constructor would be checked too late, and be missing from the tables. These two classes
     * read no settings of operators.
     */
    @Test
    void settingsWhenReadThenByAConstructorThatInjectionCalls() throws Exception {
        Set<Class<?>> others = DeclaredSettings.classesThatKnowSettings().stream()
                .filter(known -> Arrays.stream(known.getDeclaredConstructors()).noneMatch(DeclaredSettings::isReader))
                .collect(Collectors.toSet());

        assertEquals(Set.of(StartRefusal.class, LauncherWatch.class), others);
    }

    @Test
    void keysWhenNamedInTheCodeThenTheyAreRead() throws Exception {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                KEY_IN_CODE.matcher(Files.readString(source)).results().forEach(key -> named.add(key.group(1)));
            }
        }
        named.removeAll(NO_SETTINGS);
        named.removeAll(DeclaredSettings.ofTheCode().keySet());

        assertEquals(Set.of(), named);
    }

    private static Map<String, MatchResult> documented() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("docs/operate/settings.md"))).results().toList();
        return rows.stream().collect(Collectors.toMap(row -> row.group(1), row -> row, (first, second) -> {
            throw new IllegalStateException(first.group(1) + " is there twice");
        }, LinkedHashMap::new));
    }

    /** Leaves out the settings that OpenTelemetry documents itself. */
    private static Map<String, DeclaredSetting> ours(Map<String, DeclaredSetting> all) {
        Map<String, DeclaredSetting> ours = new LinkedHashMap<>(all);
        ours.keySet().removeIf(key -> key.startsWith("otel"));
        return ours;
    }
}
