package dev.holdfast.schedule.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The threads of all schedules of this node: few, always the same, and apart from those of requests. On Liberty's own pool
 * each turn of a job would start one more thread until the pool is full, though all of them are idle; and a rush of requests
 * would hold up the jobs.
 */
@ApplicationScoped
public class ScheduleThreads {

    /** More than there are jobs, since each job holds at most one while it waits for a database that does not answer. */
    static final int MOST = 32;

    private ScheduledThreadPoolExecutor executor;

    @Resource
    void setFactory(ManagedThreadFactory factory) {
        executor = new ScheduledThreadPoolExecutor(MOST, factory);
        executor.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void end() {
        executor.shutdownNow();
    }

    ScheduledExecutorService executor() {
        return executor;
    }
}
