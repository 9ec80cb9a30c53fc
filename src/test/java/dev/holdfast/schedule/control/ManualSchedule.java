package dev.holdfast.schedule.control;

import java.time.Duration;
import java.util.function.Consumer;

/** A schedule whose turns come when the test says. */
public final class ManualSchedule extends Schedule {

    private Runnable job;
    private Consumer<Throwable> failed;
    private boolean stopped;

    @Override
    public void every(Duration first, Duration pause, Runnable job, Consumer<Throwable> failed) {
        this.job = job;
        this.failed = failed;
    }

    /** Runs the job once, as a turn of the real schedule does. */
    public void turn() {
        if (stopped) {
            return;
        }
        try {
            job.run();
        } catch (RuntimeException | Error broken) {
            failed.accept(broken);
        }
    }

    @Override
    void stop() {
        stopped = true;
    }
}
