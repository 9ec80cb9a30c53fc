package dev.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A closed loop: each client sends its next request as soon as it has an answer. */
final class Load {

    /** Times in milliseconds. */
    record Figures(int clients, double perSecond, double p50, double p99, int calls) {}

    private Load() {}

    /** {@code clientOf} makes the call that one client repeats. */
    static Figures run(int clients, Duration time, IntFunction<Runnable> clientOf) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<long[]>> loops = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Runnable call = clientOf.apply(client);
                loops.add(() -> loop(call, time));
            }
            List<long[]> taken = new ArrayList<>();
            for (Future<long[]> loop : threads.invokeAll(loops)) {
                taken.add(loop.get());
            }
            return figures(clients, time, taken.stream().flatMapToLong(Arrays::stream).sorted().toArray());
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] loop(Runnable call, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long[] taken = new long[1 << 16];
        int calls = 0;
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            call.run();
            if (calls == taken.length) {
                taken = Arrays.copyOf(taken, 2 * calls);
            }
            taken[calls++] = System.nanoTime() - begun;
        }
        return Arrays.copyOf(taken, calls);
    }

    private static Figures figures(int clients, Duration time, long[] sorted) {
        return new Figures(clients, sorted.length * 1e9 / time.toNanos(), sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6, sorted.length);
    }
}
