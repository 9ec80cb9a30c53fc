package dev.holdfast.session.control;

import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Counts live sessions periodically, so that reading the number needs no database query. */
@ApplicationScoped
public class SessionCensus {

    private static final long FIRST_AFTER_SECONDS = 4;
    private static final long EVERY_SECONDS = 30;

    @Inject SessionReads reads;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private volatile OptionalLong live = OptionalLong.empty();
    private boolean failing;
    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule = scheduler.scheduleWithFixedDelay(this::round, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    /** The number of live sessions on all nodes together; empty before the first count and after a failed one. */
    public OptionalLong live() {
        return live;
    }

    private void round() {
        try {
            live = OptionalLong.of(reads.countLive());
            failing = false;
        } catch (RuntimeException | Error failed) {
            live = OptionalLong.empty();
            if (!failing) {
                SessionLog.notCounted(failed);
            }
            failing = true;
        }
    }
}
