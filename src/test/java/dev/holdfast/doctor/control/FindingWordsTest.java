package dev.holdfast.doctor.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.stream.StreamRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages have words of their own, in each of their languages, for every outcome that a check names in its code. */
class FindingWordsTest {

    private static final Pattern OUTCOME = Pattern.compile("Finding\\.(?:fine|warning|trouble)\\(\\s*\"(\\w+)\",\\s*\"(\\w+)\"");
    private static final Pattern UNKNOWN = Pattern.compile("Finding\\.unknown\\(\\s*\"(\\w+)\"");

    @Test
    void wordsWhenAnOutcomeIsNamedThenThePagesHaveWordsForIt() throws IOException {
        String words = Files.readString(Path.of("frontend/src/app/admin/finding-words.ts"))
                + Files.readString(Path.of("frontend/src/app/admin/stream-words.ts"));
        Set<String> outcomes = outcomes();
        assertTrue(outcomes.size() > 20, outcomes::toString);

        Stream.of(StreamRefusal.values()).forEach(refusal -> outcomes.add("signal_stream." + refusal.code()));
        assertEquals(Set.of(), outcomes.stream().filter(outcome -> !words.contains("'" + outcome + "':"))
                .collect(Collectors.toSet()));
    }

    private static Set<String> outcomes() throws IOException {
        Set<String> outcomes = new TreeSet<>();
        try (Stream<Path> checks = Files.list(Path.of("src/main/java/dev/holdfast/doctor/control"))) {
            for (Path check : checks.toList()) {
                String code = Files.readString(check);
                for (Matcher named = OUTCOME.matcher(code); named.find();) {
                    outcomes.add(named.group(1) + "." + named.group(2));
                }
                for (Matcher named = UNKNOWN.matcher(code); named.find();) {
                    outcomes.add(named.group(1) + ".unknown");
                }
            }
        }
        return outcomes;
    }
}
