package dev.holdfast.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each alert of {@code docs/deploy} has its runbook, its test and metrics that exist. */
class AlertsTest {

    private static final Path DEPLOY = Path.of("docs/deploy");
    private static final Pattern RULE = Pattern.compile("(?ms)^ {6}- alert: (\\w+)$.*?(?=^ {6}- alert|^ {2}- name|\\z)");
    private static final Pattern CHECK = Pattern.compile("alertname: (\\w+)\\s+exp_alerts:( \\[\\])?");

    private final OperatorsGuide guide = new OperatorsGuide();
    private final String tests = OperatorsGuide.read(DEPLOY.resolve("prometheus-alerts-test.yml"));

    static Stream<Rule> rules() {
        return RULE.matcher(OperatorsGuide.read(DEPLOY.resolve("prometheus-alerts.yml"))).results()
                .map(rule -> new Rule(rule.group(1), rule.group()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void alertWhenItFiresThenTheGuideSaysWhatItMeansHowToTellAndWhatToDo(Rule rule) {
        assertEquals("docs/operate/alerts.md#" + rule.name().toLowerCase(Locale.ROOT), rule.word("runbook: (\\S+)"));
        assertTrue(Set.of("critical", "warning").contains(rule.word("severity: (\\w+)")), rule.text());
        for (String heading : List.of("**Means:** ", "**Tell:** ", "**Do:** ")) {
            assertTrue(guide.wordsFor(rule.name()).contains("- " + heading), () -> heading + "of " + rule.name());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void alertWhenTestedThenItFiresOnceAndIsSilentOnce(Rule rule) {
        Set<String> expected = CHECK.matcher(tests).results().filter(check -> check.group(1).equals(rule.name()))
                .map(check -> check.group(2) == null ? "fires" : "is silent").collect(Collectors.toSet());

        assertEquals(Set.of("fires", "is silent"), expected);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void alertWhenItAsksForMetricsThenTheyExist(Rule rule) {
        String expression = rule.word("(?s)expr: (.*?)\\n {8}\\w");

        assertEquals(Set.of(), PromQl.unknownIn(expression, guide));
        assertTrue(!PromQl.metricsIn(expression).isEmpty(), expression);
    }

    @Test
    void guideWhenItNamesAnAlertThenThereIsOne() {
        assertEquals(rules().map(Rule::name).collect(Collectors.toCollection(TreeSet::new)), guide.alerts());
    }

    /** Runs where Prometheus is installed; elsewhere the test is skipped, and says so. */
    @ParameterizedTest
    @ValueSource(strings = {"check rules prometheus-alerts.yml", "test rules prometheus-alerts-test.yml",
        "check config prometheus.yml"})
    void rulesWhenPromtoolIsThereThenItAgrees(String arguments) throws IOException, InterruptedException {
        assumeTrue(isOnThePath("promtool"), "promtool is not installed: the alert rules are not tried");
        Process promtool = new ProcessBuilder(("promtool " + arguments).split(" ")).directory(DEPLOY.toFile())
                .redirectErrorStream(true).start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, promtool.waitFor(), said);
    }

    private static boolean isOnThePath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    record Rule(String name, String text) {

        /** Returns what the first group of the expression finds. */
        String word(String expression) {
            return Pattern.compile(expression).matcher(text).results().map((MatchResult found) -> found.group(1))
                    .findFirst().orElse("");
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
