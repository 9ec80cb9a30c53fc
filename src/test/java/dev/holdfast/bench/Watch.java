package dev.holdfast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Watches a server under load: its footprint, and how fast it answers requests that are no part of the load. */
final class Watch implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;

    private final ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2);
    private final BenchStage stage;
    private final List<Double> answers = new ArrayList<>();
    private Footprint most;

    /** {@code bystander} makes a call that the load should not slow down, and returns whether it was served. */
    Watch(BenchStage stage, BooleanSupplier bystander) {
        this.stage = stage;
        this.most = Footprint.of(stage.server);
        rounds.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(() -> ask(bystander), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized Footprint most() {
        return most;
    }

    /** Returns the times in milliseconds, sorted, the longest last; infinite for calls that were not served. */
    synchronized List<Double> answers() {
        return answers.stream().sorted().toList();
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }

    private void look() {
        Footprint now = Footprint.of(stage.server);
        synchronized (this) {
            most = most.most(now);
        }
    }

    private void ask(BooleanSupplier bystander) {
        long begun = System.nanoTime();
        boolean served = bystander.getAsBoolean();
        synchronized (this) {
            answers.add(served ? (System.nanoTime() - begun) / 1e6 : Double.POSITIVE_INFINITY);
        }
    }
}
