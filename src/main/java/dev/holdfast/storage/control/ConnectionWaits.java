package dev.holdfast.storage.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures how long callers wait for a connection of one pool, for a free one or until a new one is open. It takes no lock:
 * every statement passes here.
 */
public final class ConnectionWaits {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** A way to get a connection. */
    @FunctionalInterface
    interface Source {

        Connection get() throws SQLException;
    }

    Connection measured(Source source) throws SQLException {
        begun.increment();
        long start = System.nanoTime();
        try {
            return source.get();
        } finally {
            nanos.add(System.nanoTime() - start);
            ended.increment();
        }
    }

    /** Returns how many callers wait at this moment. The end is read first, so that a caller who comes between counts once. */
    public long waiting() {
        long over = ended.sum();
        return Math.max(0, begun.sum() - over);
    }

    /** Returns the seconds of all waits that are over, of all callers together. */
    public double seconds() {
        return nanos.sum() / NANOS_PER_SECOND;
    }
}
