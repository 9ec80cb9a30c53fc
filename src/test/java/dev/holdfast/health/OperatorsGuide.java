package dev.holdfast.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages in {@code docs/operate} that tell operators of metrics and alerts. */
public final class OperatorsGuide {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(holdfast_\\w+)`");
    private static final Pattern LIBERTYS = Pattern.compile("(?s)Of Liberty's numbers .*? Liberty's measure");
    private static final Pattern NAME = Pattern.compile("`([a-z]\\w+)`");
    private static final Pattern PARTS = Pattern.compile("_seconds_(bucket|count|sum|max)$");
    private static final Pattern ALERT = Pattern.compile("(?m)^### (\\w+)$");

    private final String health = read(Path.of("docs/operate/health.md"));
    private final String runbook = read(Path.of("docs/operate/alerts.md"));

    /** Returns our own metrics, as the table lists them. */
    public Set<String> metrics() {
        return all(ROW, health);
    }

    /** Returns the metrics of Liberty that an alert or the dashboard relies on. */
    public Set<String> metricsOfLiberty() {
        return all(NAME, LIBERTYS.matcher(health).results().map(MatchResult::group).findFirst().orElseThrow());
    }

    /** Returns the alerts that the runbook explains: what each means, how to confirm it, what to do. */
    Set<String> alerts() {
        return all(ALERT, runbook);
    }

    String wordsFor(String alert) {
        return Pattern.compile("(?ms)^### " + alert + "$(.*?)(?=^##|\\z)").matcher(runbook).results()
                .map(words -> words.group(1)).findFirst().orElse("");
    }

    /** Returns the metric that a series belongs to: a histogram has several series. */
    public static String metricOf(String series) {
        return PARTS.matcher(series).replaceFirst("_seconds");
    }

    private static Set<String> all(Pattern pattern, String where) {
        return pattern.matcher(where).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
