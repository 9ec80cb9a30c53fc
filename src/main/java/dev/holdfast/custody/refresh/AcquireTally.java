package dev.holdfast.custody.refresh;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what callers get and where from, on this node since its start. Never a lock: it is on everybody's way. */
@ApplicationScoped
public class AcquireTally {

    private final LongAdder asked = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private volatile Consumer<Duration> waits = took -> { };

    void asked() {
        asked.increment();
    }

    /** No token was in memory. */
    void missed() {
        missed.increment();
    }

    /** A refresh that was under way already serves this caller too. */
    void joined() {
        joined.increment();
    }

    /** A caller had to wait, for so long. */
    void waited(Duration took) {
        waits.accept(took);
    }

    /** Whoever measures those waits hears of each, on the caller's thread. */
    public void onWait(Consumer<Duration> whoever) {
        waits = whoever;
    }

    /** Served from memory. */
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
