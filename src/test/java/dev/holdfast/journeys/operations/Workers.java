package dev.holdfast.journeys.operations;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** People at work, a few at a time, one after the other, until it is closed. */
final class Workers implements AutoCloseable {

    private static final int AT_ONCE = 10;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private volatile boolean working = true;

    private Workers() {}

    static Workers start(List<Worker> people) {
        Workers workers = new Workers();
        for (int first = 0; first < AT_ONCE; first++) {
            int from = first;
            workers.threads.execute(() -> workers.work(people, from));
        }
        return workers;
    }

    private void work(List<Worker> people, int first) {
        while (working) {
            for (int next = first; next < people.size() && working; next += AT_ONCE) {
                people.get(next).refresh();
            }
        }
    }

    /** Lets each finish the request under way. */
    @Override
    public void close() throws InterruptedException {
        working = false;
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a request does not end");
        }
    }
}
