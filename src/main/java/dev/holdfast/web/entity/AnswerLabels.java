package dev.holdfast.web.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The labels that an answer is counted under: its area and the class of its status. 500, 502 and 503 are counted
 * separately.
 */
public record AnswerLabels(String area, String status) {

    private static final Set<Integer> TOLD_APART = Set.of(500, 502, 503);
    private static final List<String> CLASSES = List.of("1xx", "2xx", "3xx", "4xx", "5xx");

    public static AnswerLabels of(Area area, int status) {
        return new AnswerLabels(area.name().toLowerCase(Locale.ROOT), statusOf(status));
    }

    /** Returns every possible pair, so that each is counted from 0 on. */
    public static List<AnswerLabels> all() {
        return Arrays.stream(Area.values()).flatMap(area -> Stream.concat(CLASSES.stream(),
                        TOLD_APART.stream().map(String::valueOf))
                .map(status -> new AnswerLabels(area.name().toLowerCase(Locale.ROOT), status))).toList();
    }

    private static String statusOf(int status) {
        if (TOLD_APART.contains(status)) {
            return String.valueOf(status);
        }
        return status >= 100 && status < 600 ? CLASSES.get(status / 100 - 1) : "5xx";
    }
}
