package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.doctor.entity.Verdict;
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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Checks soon after the start and then once a day, and logs warnings and troubles. It makes no call to Google. */
@ApplicationScoped
public class DoctorRounds {

    private static final long FIRST_AFTER_SECONDS = 15;
    private static final long EVERY_SECONDS = TimeUnit.DAYS.toSeconds(1);

    @Inject Doctor doctor;

    @Resource
    ManagedScheduledExecutorService scheduler;

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

    private void round() {
        try {
            List<Finding> found = doctor.withoutGoogle().stream()
                    .filter(finding -> finding.verdict().compareTo(Verdict.WARNING) >= 0).toList();
            found.forEach(DoctorLog::found);
        } catch (RuntimeException | Error failed) {
            // An exception would end the schedule.
            DoctorLog.notLooked(failed);
        }
    }
}
