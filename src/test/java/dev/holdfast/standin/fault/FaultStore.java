package dev.holdfast.standin.fault;

import dev.holdfast.standin.journal.StandInArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The faults in force. Rules for a number of calls go first, oldest first; then the newest standing rule. */
public final class FaultStore {

    private static final long LONGEST_HANG_NANOS = TimeUnit.MINUTES.toNanos(10);

    /**
     * A fault in an area.
     *
     * @param person the person whose calls are meant, or null for everybody's
     * @param times for how many more calls; negative until cleared
     */
    public record Rule(long id, StandInArea area, String person, Fault fault, String words, int times) {

        boolean matches(StandInArea called, String caller) {
            return area.covers(called) && (person == null || person.equals(caller));
        }

        Rule used() {
            return new Rule(id, area, person, fault, words, times - 1);
        }
    }

    /** The fault for one call; {@code generation} tells {@link #hang} what has been removed since. */
    public record Hit(Fault fault, long generation) {}

    private final List<Rule> rules = new ArrayList<>();
    private long lastId;
    private long generation;

    public synchronized Rule add(StandInArea area, Fault fault, String words, String person, int times) {
        Rule rule = new Rule(++lastId, area, person, fault, words, times);
        rules.removeIf(old -> times < 0 && old.times() < 0 && old.area() == area
                && Objects.equals(old.person(), person));
        rules.add(rule);
        return rule;
    }

    /** Returns the fault for this call, counted as used. */
    public synchronized Optional<Hit> next(StandInArea called, String caller) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.times() > 0 && rule.matches(called, caller)) {
                if (rule.times() == 1) {
                    rules.remove(i);
                } else {
                    rules.set(i, rule.used());
                }
                return Optional.of(new Hit(rule.fault(), generation));
            }
        }
        return rules.stream()
                .filter(rule -> rule.times() < 0 && rule.matches(called, caller))
                .reduce((older, newer) -> newer)
                .map(rule -> new Hit(rule.fault(), generation));
    }

    public synchronized List<Rule> inForce() {
        return List.copyOf(rules);
    }

    /** Removes rules and ends every hang. */
    public synchronized void remove(Predicate<Rule> which) {
        rules.removeIf(which);
        generation++;
        notifyAll();
    }

    /** Waits until rules are removed after the hit, ten minutes at most. */
    public synchronized void hang(Hit hit) throws InterruptedException {
        long until = System.nanoTime() + LONGEST_HANG_NANOS;
        while (hit.generation() == generation && System.nanoTime() < until) {
            wait(1000);
        }
    }
}
