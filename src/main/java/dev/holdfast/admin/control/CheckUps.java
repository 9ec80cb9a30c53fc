package dev.holdfast.admin.control;

import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AdminAct.Kind;
import dev.holdfast.doctor.control.Doctor;
import dev.holdfast.doctor.entity.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Check-ups that administrators ask for: one at a time on this node, and the last one serves for a moment. */
@ApplicationScoped
public class CheckUps {

    /** What was found, and when. */
    public record CheckUp(Instant at, List<Finding> findings) {}

    /** So that nobody can have Google asked as often as they can press a key. */
    private static final Duration SERVES_FOR = Duration.ofSeconds(5);

    @Inject Doctor doctor;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    private CheckUp last = new CheckUp(Instant.MIN, List.of());

    public CheckUp make(UUID admin) {
        audit.told(admin, AdminAct.of(Kind.CHECK_UP_MADE));
        return current();
    }

    private synchronized CheckUp current() {
        Instant now = clock.instant();
        if (Duration.between(last.at(), now).compareTo(SERVES_FOR) > 0) {
            last = new CheckUp(now, doctor.everything());
        }
        return last;
    }
}
