package dev.holdfast.schedule.control;

import java.util.concurrent.ThreadPoolExecutor;

/**
 * Decides how many threads a pool should have: few while tasks are short, and more at once when a task would wait for its
 * thread longer than from one look to the next. Not thread-safe.
 */
final class ThreadDemand {

    /** The fewest threads: more than a few processors can keep busy. */
    static final int LEAST = 16;

    /** The number of looks after which threads that were idle all the time are given up. */
    static final int LOOKS = 200;

    private static final int SPARE = 16;

    private final int most;
    private boolean queued;
    private long finished;
    private int busiest;
    private int looks = LOOKS - 1;

    /** {@code most}: the most threads that there may be. */
    ThreadDemand(int most) {
        this.most = most;
    }

    /** The state of a pool at one moment. */
    record Look(int size, int queued, int active, long finished) {

        static Look at(ThreadPoolExecutor pool) {
            return new Look(pool.getCorePoolSize(), pool.getQueue().size(), pool.getActiveCount(), pool.getCompletedTaskCount());
        }
    }

    /** Returns the size that the pool should have from now on. Call it at regular times. */
    int sizeAfter(Look look) {
        boolean waits = queued && look.queued() > 0 && isSlow(look, look.finished() - finished);
        queued = look.queued() > 0;
        finished = look.finished();
        busiest = Math.max(busiest, look.active());
        looks++;
        if (waits) {
            looks = 0;
            return Math.min(most, look.size() + Math.max(SPARE, look.queued()));
        }
        return looks < LOOKS ? look.size() : fewer(look);
    }

    /**
     * Whether the last of the queue waits longer than from one look to the next. While a thread is idle, tasks are on their
     * way to it, unless none ends: Liberty may have put a task into its queue without waking a thread.
     */
    private static boolean isSlow(Look look, long ended) {
        return look.active() < look.size() ? ended == 0 : look.queued() >= ended;
    }

    private int fewer(Look look) {
        int enough = Math.max(LEAST, busiest + SPARE);
        looks = 0;
        busiest = look.active();
        return Math.min(look.size(), enough);
    }
}
