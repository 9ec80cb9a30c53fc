package dev.holdfast.admin.control;

import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Removes addresses and browsers of erased people from the audit trail, in small transactions, if one was not enough. The
 * node that erased them does this at once. If that node dies or the database fails, every node looks for the rest after its
 * start and every six hours.
 */
@ApplicationScoped
public class ErasedOrigins {

    static final int PAGE = 200;

    private static final int PEOPLE = 100;
    private static final long FIRST_AFTER_SECONDS = 35;
    private static final long AGAIN_AFTER_SECONDS = 6 * 60 * 60;

    @Inject AuditRemoval removal;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule = scheduler.scheduleWithFixedDelay(this::round, FIRST_AFTER_SECONDS, AGAIN_AFTER_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    void left(@Observes AuditTrail.OriginsLeft left) {
        scheduler.execute(() -> trying(() -> forget(left.admin())));
    }

    void round() {
        trying(this::forgetAll);
    }

    void forgetAll() {
        List<UUID> people;
        do {
            people = removal.erasedWithOrigins(PEOPLE);
            people.forEach(this::forget);
        } while (people.size() == PEOPLE && !Thread.currentThread().isInterrupted());
    }

    private void forget(UUID admin) {
        int page = PAGE;
        while (page == PAGE && !Thread.currentThread().isInterrupted()) {
            page = removal.forgetOriginsOf(admin, PAGE);
        }
    }

    /** Logs a failure: an exception would end the schedule. */
    private static void trying(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            AdminLog.originsNotRemoved(failed);
        }
    }
}
