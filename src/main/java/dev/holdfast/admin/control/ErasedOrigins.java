package dev.holdfast.admin.control;

import dev.holdfast.schedule.control.Batches;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Removes addresses and browsers of erased people from the audit trail, in small transactions, if one was not enough. The
 * node that erased them does this at once. If that node dies or the database fails, every node looks for the rest after its
 * start and every six hours.
 */
@ApplicationScoped
public class ErasedOrigins {

    static final int PAGE = 200;

    private static final int PEOPLE = 100;
    private static final Duration FIRST_AFTER = Duration.ofSeconds(35);
    private static final Duration AGAIN_AFTER = Duration.ofHours(6);

    @Inject AuditRemoval removal;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(FIRST_AFTER, AGAIN_AFTER, this::forgetAll, AdminLog::originsNotRemoved);
    }

    void left(@Observes AuditTrail.OriginsLeft left) {
        schedule.once(() -> forget(left.admin()));
    }

    void forgetAll() {
        List<UUID> people;
        do {
            people = removal.erasedWithOrigins(PEOPLE);
            people.forEach(this::forget);
        } while (people.size() == PEOPLE && !Thread.currentThread().isInterrupted());
    }

    private void forget(UUID admin) {
        Batches.untilFewer(PAGE, most -> removal.forgetOriginsOf(admin, most));
    }
}
