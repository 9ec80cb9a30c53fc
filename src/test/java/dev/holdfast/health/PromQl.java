package dev.holdfast.health;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that an expression of Prometheus asks for. */
final class PromQl {

    /** Text in braces, brackets or quotes, and lists of labels: it names no metric. */
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\""
            + "|\\b(by|on|without|ignoring) ?\\([^)]*\\)|\\bgroup_(left|right)\\b( ?\\([^)]*\\))?");

    private static final Pattern METRIC = Pattern.compile("[a-z]\\w*_\\w+(?![\\w(])");

    /** A metric that Prometheus itself makes. */
    private static final String UP = "up";

    private PromQl() {}

    static Set<String> metricsIn(String expression) {
        String bare = LABELS.matcher(expression).replaceAll(" ");
        Set<String> metrics = METRIC.matcher(bare).results().map(MatchResult::group).map(OperatorsGuide::metricOf)
                .collect(Collectors.toCollection(TreeSet::new));
        if (Pattern.compile("\\b" + UP + "\\b").matcher(bare).find()) {
            metrics.add(UP);
        }
        return metrics;
    }

    /** Returns the metrics that no server shows. */
    static Set<String> unknownIn(String expression, OperatorsGuide guide) {
        Set<String> unknown = metricsIn(expression);
        unknown.removeAll(guide.metrics());
        unknown.removeAll(guide.metricsOfLiberty());
        unknown.remove(UP);
        return unknown;
    }
}
