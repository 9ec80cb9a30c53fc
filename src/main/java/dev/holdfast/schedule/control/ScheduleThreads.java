package dev.holdfast.schedule.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of all schedules of this node: few, always the same, and apart from those of requests. On Liberty's own pool
 * each turn of a job would start one more thread until the pool is full, though all of them are idle; and a rush of requests
 * would hold up the jobs. Each run has the application's context, and gives its connections back at its end.
 */
@ApplicationScoped
public class ScheduleThreads {

    /** More than there are jobs, since each job holds at most one while it waits for a database that does not answer. */
    private static final int MOST = 32;

    @Resource
    ContextService context;

    ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(MOST, ScheduleThreads::thread);

    @PreDestroy
    void end() {
        executor.shutdownNow();
    }

    Future<?> every(Duration first, Duration pause, Runnable run) {
        return executor.scheduleWithFixedDelay(context.contextualRunnable(run), first.toMillis(), pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void now(Runnable run) {
        executor.execute(context.contextualRunnable(run));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "holdfast-schedule");
        thread.setDaemon(true);
        return thread;
    }
}
