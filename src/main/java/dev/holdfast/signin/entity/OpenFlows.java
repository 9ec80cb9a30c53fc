package dev.holdfast.signin.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The sign-ins one browser has begun and not finished; four may be open at a time. */
public final class OpenFlows {

    private static final int MOST = 4;

    private OpenFlows() {}

    /** Which must go so that one more may begin: the oldest, each named with the time it began. */
    public static List<String> surplus(Map<String, Instant> begun) {
        return begun.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .skip(MOST - 1L)
                .map(Map.Entry::getKey)
                .toList();
    }
}
