package dev.holdfast.schedule.control;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The turns of the jobs of one schedule, each in the context that every run needs. */
record Turns(ScheduledExecutorService threads, UnaryOperator<Runnable> inContext) {

    Future<?> every(Duration first, Duration pause, Runnable run) {
        return threads.scheduleWithFixedDelay(inContext.apply(run), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void now(Runnable run) {
        threads.execute(inContext.apply(run));
    }
}
