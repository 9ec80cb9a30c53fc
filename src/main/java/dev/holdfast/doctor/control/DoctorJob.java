package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Verdict;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Checks soon after the start and then once a day, and logs warnings and troubles. It makes no call to Google. */
@ApplicationScoped
public class DoctorJob {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(15);
    private static final Duration EVERY = Duration.ofDays(1);

    @Inject Doctor doctor;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(FIRST_AFTER, EVERY, this::round, DoctorLog::notLooked);
    }

    private void round() {
        doctor.withoutGoogle().stream().filter(finding -> finding.verdict().compareTo(Verdict.WARNING) >= 0)
                .forEach(DoctorLog::found);
    }
}
