package dev.holdfast.schedule.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one job on this node again and again until the server stops. No two runs overlap: the pause begins when a run has
 * ended. A run that fails, even with an {@link Error}, is reported to the job's owner, and the next one comes in its turn.
 * Each bean that injects a schedule has one of its own.
 */
@Dependent
public class Schedule {

    /** A sparing job takes at most about a fiftieth of the time. */
    private static final long SPARING_PAUSE = 50;

    @Inject ScheduleThreads threads;

    LongSupplier ticks = System::nanoTime;

    /** Whether an extra run is queued. It sees everything that happens before it begins, so one is enough. */
    private final AtomicBoolean extraRunWaits = new AtomicBoolean();

    private Runnable job;
    private Consumer<Throwable> failed;
    private @Nullable Future<?> begun;

    /** Begins the schedule; call it once. */
    public void every(Duration first, Duration pause, Runnable job, Consumer<Throwable> failed) {
        this.job = job;
        this.failed = failed;
        begun = threads.every(first, pause, this::run);
    }

    /**
     * Begins the schedule of a job whose cost grows with the stored data, such as a count. A run that takes long is
     * followed by a pause of fifty times as long, if that is longer than {@code pause}.
     */
    public void sparingly(Duration first, Duration pause, Runnable job, Consumer<Throwable> failed) {
        every(first, pause, new Sparing(job), failed);
    }

    /** Queues one run at once besides those of the schedule, unless one is queued already. */
    public void soon() {
        if (extraRunWaits.compareAndSet(false, true)) {
            threads.now(this::run);
        }
    }

    /** Runs other work of the same owner once and at once; its failure is reported in the same way. */
    public void once(Runnable work) {
        threads.now(() -> guarded(work));
    }

    @PreDestroy
    void stop() {
        if (begun != null) {
            begun.cancel(true);
        }
    }

    private synchronized void run() {
        extraRunWaits.set(false);
        guarded(job);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error broken) {
            failed.accept(broken);
        }
    }

    /** Skips the turns that come too soon after a long run. */
    private final class Sparing implements Runnable {

        private final Runnable counting;
        private long rested = ticks.getAsLong();

        Sparing(Runnable counting) {
            this.counting = counting;
        }

        @Override
        public void run() {
            long begun = ticks.getAsLong();
            if (begun - rested < 0) {
                return;
            }
            try {
                counting.run();
            } finally {
                long ended = ticks.getAsLong();
                rested = ended + SPARING_PAUSE * (ended - begun);
            }
        }
    }
}
