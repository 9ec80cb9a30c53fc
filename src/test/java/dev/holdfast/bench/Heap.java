package dev.holdfast.bench;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.Supplier;

/** The heap of this process. */
final class Heap {

    private static final int COLLECTIONS = 3;
    private static final long PAUSE_MILLIS = 50;

    private Heap() {}

    /** Returns the number of bytes that the object and everything it refers to take. */
    static long retainedBy(Supplier<Object> maker) {
        long before = used();
        Object made = maker.get();
        long after = used();
        Reference.reachabilityFence(made);
        return after - before;
    }

    /** Returns the bytes in use after a collection. Caches that evict in the background get time to do so. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
