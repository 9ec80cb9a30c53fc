package dev.holdfast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks on while a server is under load: its footprint, and how it answers those who have nothing to do with it. */
final class Watch implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;

    private final ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2);
    private final BenchStage stage;
    private final List<Double> answers = new ArrayList<>();
    private Footprint most;

    /** {@code bystander}: a call that none of the load should slow down; whether it was served. */
    Watch(BenchStage stage, BooleanSupplier bystander) {
        this.stage = stage;
        this.most = Footprint.of(stage.server);
        rounds.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(() -> ask(bystander), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized Footprint most() {
        return most;
    }

    /** What they took, in milliseconds, the worst last; infinite for those that were not served. */
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
