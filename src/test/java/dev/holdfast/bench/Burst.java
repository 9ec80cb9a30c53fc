package dev.holdfast.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Callers that all begin at the same moment, each on a thread of its own. */
final class Burst {

    /** Small, because there may be ten thousand threads. */
    private static final long SMALL_STACK = 128 * 1024;

    private final CountDownLatch ready;
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final double[] taken;

    private Burst(List<Runnable> calls) {
        ready = new CountDownLatch(calls.size());
        taken = new double[calls.size()];
        for (int i = 0; i < taken.length; i++) {
            int mine = i;
            threads.add(new Thread(null, () -> call(mine, calls.get(mine)), "caller-" + i, SMALL_STACK));
        }
    }

    /** Returns the time of each call in milliseconds, sorted, the longest last; infinite for a call that failed. */
    static double[] of(List<Runnable> calls) {
        try {
            Burst burst = new Burst(calls);
            burst.threads.forEach(Thread::start);
            burst.ready.await();
            burst.go.countDown();
            for (Thread thread : burst.threads) {
                thread.join();
            }
            Arrays.sort(burst.taken);
            return burst.taken;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void call(int mine, Runnable call) {
        taken[mine] = Double.POSITIVE_INFINITY;
        ready.countDown();
        try {
            go.await();
            long begun = System.nanoTime();
            call.run();
            taken[mine] = (System.nanoTime() - begun) / 1e6;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
