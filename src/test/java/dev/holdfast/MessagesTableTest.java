package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operate/messages.md} has each numbered message of the {@code *Log} classes with its level, and no other. */
class MessagesTableTest {

    private static final Pattern LOGGED = Pattern.compile("log\\(\\s*Level\\.(\\w+),\\s*\"(HF\\d{4}) ");
    private static final Pattern NUMBER = Pattern.compile("\"HF\\d{4}");
    private static final Pattern TOLD = Pattern.compile("(?m)^\\| (HF\\d{4}) \\| (\\w+) \\| [^|]+ \\| [^|]+ \\|$");
    private static final Map<String, String> LEVELS =
            Map.of("SEVERE", "error", "WARNING", "warning", "INFO", "info", "FINE", "fine");

    private final List<Path> sources = sources();

    @Test
    void tableWhenComparedWithTheSourceThenHasTheSameNumbersAndLevels() {
        Map<String, String> logged = sources.stream().filter(MessagesTableTest::isVocabulary)
                .flatMap(file -> LOGGED.matcher(read(file)).results())
                .collect(Collectors.toMap(message -> message.group(2), message -> LEVELS.get(message.group(1)),
                        (one, other) -> one + " and again " + other, TreeMap::new));
        Map<String, String> told = TOLD.matcher(read(Path.of("docs/operate/messages.md"))).results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2),
                        (one, other) -> one + " and again " + other, TreeMap::new));

        assertEquals(logged, told);
    }

    @Test
    void numbersWhenGivenThenOnlyInTheVocabularyAndAsTheFirstWordOfAMessage() {
        for (Path file : sources) {
            String source = read(file);
            long expected = isVocabulary(file) ? LOGGED.matcher(source).results().count() : 0;
            assertEquals(expected, NUMBER.matcher(source).results().map(MatchResult::group).count(), file::toString);
        }
    }

    private static boolean isVocabulary(Path file) {
        return file.toString().endsWith("Log.java");
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
