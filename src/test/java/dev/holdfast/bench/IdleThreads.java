package dev.holdfast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The resident memory that an idle platform thread costs. Linux only. */
final class IdleThreads {

    private static final int THREADS = 1000;
    private static final int ROUNDS = 3;

    /** The stack depth of a request that goes through a container and a database driver. */
    private static final int DEEP = 200;

    private IdleThreads() {}

    static void tell() throws InterruptedException {
        System.out.printf("idle thread, resident: %.0f KiB if it has done nothing yet, %.0f KiB after %d calls within each"
                + " other; its number is the executor's in liberty/holdfast/http.xml%n", each(0), each(DEEP), DEEP);
    }

    private static double each(int depth) throws InterruptedException {
        double[] found = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            found[round] = once(depth);
        }
        return Heap.median(found);
    }

    private static double once(int depth) throws InterruptedException {
        CountDownLatch parked = new CountDownLatch(THREADS);
        CountDownLatch over = new CountDownLatch(1);
        Heap.used();
        long before = residentKib();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> park(depth, parked, over));
            thread.start();
            threads.add(thread);
        }
        parked.await();
        long after = residentKib();
        over.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return (after - before) / (double) THREADS;
    }

    private static void park(int depth, CountDownLatch parked, CountDownLatch over) {
        deep(depth, depth, depth, depth);
        parked.countDown();
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long deep(int depth, long one, long two, long three) {
        return depth == 0 ? one : one + deep(depth - 1, two + 1, three + 1, one) + two + three;
    }

    private static long residentKib() {
        return Footprint.status(ProcessHandle.current(), "VmRSS:");
    }
}
