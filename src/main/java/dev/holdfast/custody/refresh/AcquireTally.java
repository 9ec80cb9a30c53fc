package dev.holdfast.custody.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what callers get and from where, on this node since its start. It takes no lock: every caller passes here. */
@ApplicationScoped
public class AcquireTally {

    private final LongAdder asked = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private volatile Consumer<Duration> waits = took -> { };

    void asked() {
        asked.increment();
    }

    /** Counts a request that found no token in the cache. */
    void missed() {
        missed.increment();
    }

    /** Counts a caller that joined a refresh already under way. */
    void joined() {
        joined.increment();
    }

    /** Tells how long a caller had to wait. */
    void waited(Duration took) {
        waits.accept(took);
    }

    /** Registers the consumer of those waits; it runs on the caller's thread. */
    public void onWait(Consumer<Duration> told) {
        waits = told;
    }

    /** Returns how many requests were served from the cache. */
    public long hits() {
        return Math.max(0, asked.sum() - missed.sum());
    }

    public long misses() {
        return missed.sum();
    }

    public long joins() {
        return joined.sum();
    }
}
