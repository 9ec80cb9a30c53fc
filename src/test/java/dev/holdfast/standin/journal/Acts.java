package dev.holdfast.standin.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The latest acts at the control page and its API, newest first, including those without a lasting effect. */
public final class Acts {

    private static final int MOST = 50;

    /**
     * A command that was carried out.
     *
     * @param person the person concerned, or null for everybody
     * @param afterCall the number of the latest call in the journal at that time
     */
    public record Act(Instant at, String command, String person, String words, long afterCall) {

        public boolean concerns(String somebody) {
            return person == null || person.equals(somebody);
        }
    }

    private final List<Act> acts = new ArrayList<>();

    public synchronized Act add(Act act) {
        acts.add(0, act);
        if (acts.size() > MOST) {
            acts.remove(MOST);
        }
        return act;
    }

    public synchronized List<Act> all() {
        return List.copyOf(acts);
    }

    public synchronized void clear() {
        acts.clear();
    }
}
