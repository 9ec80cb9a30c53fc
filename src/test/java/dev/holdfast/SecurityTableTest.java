package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} promises a test for each defence; this test looks for them. */
class SecurityTableTest {

    private static final Path FRONTEND = Path.of("frontend");
    private static final Pattern IN_JAVA = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern IN_BROWSER = Pattern.compile("`([\\w/.-]+\\.spec\\.ts)`");

    private final String table = read(Path.of("docs/security.md"));

    @Test
    void testsWhenNamedInTheTableThenTheyExist() throws IOException {
        Map<String, String> sources = sources();

        List<String> missing = IN_JAVA.matcher(table).results()
                .filter(test -> !sources.getOrDefault(test.group(1) + ".java", "").contains(" " + test.group(2) + "("))
                .map(MatchResult::group).toList();
        List<String> missingSpecs = IN_BROWSER.matcher(table).results().map(spec -> spec.group(1))
                .filter(spec -> !Files.exists(FRONTEND.resolve(spec))).toList();

        assertEquals(List.of(), missing);
        assertEquals(List.of(), missingSpecs);
    }

    @Test
    void numbersWhenGivenThenEachIsThatOfOneThreat() {
        List<String> numbers = Pattern.compile("(?m)^\\| ([A-Z]\\d\\d) \\|").matcher(table).results().map(row -> row.group(1)).toList();

        assertTrue(numbers.size() > 80, numbers::toString);
        assertEquals(numbers.stream().distinct().toList(), numbers);
    }

    /** The two groups that are about our own tokens are complete. */
    @Test
    void groupsCAndDWhenListedThenEachThreatHasItsTest() {
        Stream<String> numbers = Stream.concat(IntStream.rangeClosed(1, 12).mapToObj("C%02d"::formatted),
                IntStream.rangeClosed(1, 19).mapToObj("D%02d"::formatted));

        assertTrue(numbers.allMatch(number -> table.lines().anyMatch(line -> line.startsWith("| " + number + " |")
                && IN_JAVA.matcher(line).find())));
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), SecurityTableTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
