package dev.holdfast.standin.journal;

import dev.holdfast.standin.http.Call;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The latest requests, oldest first. */
public final class Journal {

    private static final int MOST_ENTRIES = 5000;

    /** A request; {@code status} is 0 while it has no answer, and -1 if the connection was dropped or hung. */
    public static final class Entry {

        private final long number;
        private final Instant at;
        private final StandInArea area;
        private final String person;
        private final Call call;
        private volatile int status;

        Entry(long number, Instant at, StandInArea area, String person, Call call) {
            this.number = number;
            this.at = at;
            this.area = area;
            this.person = person;
            this.call = call;
        }

        public long number() {
            return number;
        }

        public Instant at() {
            return at;
        }

        public StandInArea area() {
            return area;
        }

        /** Returns the person whose token or code came with the call, or null. */
        public String person() {
            return person;
        }

        public String method() {
            return call.method();
        }

        public String path() {
            return call.path();
        }

        /** Returns the headers by name, in any case; several values are joined with {@code ", "}. */
        public Map<String, String> headers() {
            return call.headers();
        }

        public Map<String, List<String>> query() {
            return call.query().values();
        }

        public Map<String, List<String>> form() {
            return call.form().values();
        }

        public int status() {
            return status;
        }

        public void answered(int with) {
            status = with;
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long lastNumber;

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the calls to an area and the areas it includes. */
    public List<Entry> entries(StandInArea area) {
        return entries().stream().filter(entry -> area.covers(entry.area())).toList();
    }

    public synchronized Entry add(Instant at, StandInArea area, String person, Call call) {
        if (entries.size() == MOST_ENTRIES) {
            entries.removeFirst();
        }
        Entry entry = new Entry(++lastNumber, at, area, person, call);
        entries.add(entry);
        return entry;
    }

    /** Returns the number of the latest call, 0 before the first. */
    public synchronized long lastNumber() {
        return lastNumber;
    }

    public synchronized void clear() {
        entries.clear();
    }
}
