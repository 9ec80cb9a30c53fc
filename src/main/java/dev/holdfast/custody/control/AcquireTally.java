package dev.holdfast.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** Counts what callers get and where from, on this node since its start. Never a lock: it is on everybody's way. */
@ApplicationScoped
public class AcquireTally {

    private final LongAdder asked = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder joined = new LongAdder();

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
