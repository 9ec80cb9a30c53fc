package dev.holdfast.standin.journal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The number of calls to each area, answered with a fault or not. */
public final class StandInCounts {

    private final Map<StandInArea, Long> total = new EnumMap<>(StandInArea.class);
    private final Map<String, Map<StandInArea, Long>> byPerson = new TreeMap<>();

    /** Returns the calls to an area and the areas it includes, since the last reset. */
    public synchronized long of(StandInArea area) {
        return sum(area, total);
    }

    /** Returns the same number as {@link #of(StandInArea)}, for calls with this person's token or code. */
    public synchronized long of(StandInArea area, String person) {
        return sum(area, byPerson.getOrDefault(person, Map.of()));
    }

    /** Returns the people who were recognised in a call. */
    public synchronized Iterable<String> people() {
        return List.copyOf(byPerson.keySet());
    }

    public synchronized void add(StandInArea area, String person) {
        total.merge(area, 1L, Long::sum);
        if (person != null) {
            byPerson.computeIfAbsent(person, unused -> new EnumMap<>(StandInArea.class)).merge(area, 1L, Long::sum);
        }
    }

    public synchronized void reset() {
        total.clear();
        byPerson.clear();
    }

    private static long sum(StandInArea area, Map<StandInArea, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> area.covers(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
