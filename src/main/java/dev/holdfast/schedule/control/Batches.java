package dev.holdfast.schedule.control;

import java.util.function.IntUnaryOperator;

/** Work on many rows, cut into batches that each have a small transaction of their own. */
public final class Batches {

    private Batches() {}

    /**
     * Repeats {@code batch}, which is told the most rows it may take and returns how many it took, until it takes fewer or the
     * server stops. Returns the sum.
     */
    public static long untilFewer(int most, IntUnaryOperator batch) {
        long sum = 0;
        int taken = most;
        while (taken == most && !Thread.currentThread().isInterrupted()) {
            taken = batch.applyAsInt(most);
            sum += taken;
        }
        return sum;
    }
}
