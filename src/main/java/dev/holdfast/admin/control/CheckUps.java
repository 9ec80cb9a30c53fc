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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Check-ups for administrators, one at a time on this node. The last result serves for a few seconds, and also for requests
 * that arrive while a check-up is in progress. No request waits for another's calls to Google.
 */
@ApplicationScoped
public class CheckUps {

    /** The findings of a check-up, and its time. */
    public record CheckUp(Instant at, List<Finding> findings) {}

    /** Limits how often an administrator can have Google asked. */
    private static final long SERVES_FOR_NANOS = Duration.ofSeconds(5).toNanos();

    @Inject Doctor doctor;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    private final ReentrantLock making = new ReentrantLock();

    private volatile @Nullable Made last;

    /** {@code madeAt} is of a monotonic clock. */
    private record Made(CheckUp checkUp, long madeAt) {}

    /** Returns the current check-up; empty while the first one is in progress. */
    public Optional<CheckUp> make(UUID admin) {
        audit.told(admin, AdminAct.of(Kind.CHECK_UP_MADE));
        if (!serves() && making.tryLock()) {
            try {
                last = new Made(new CheckUp(clock.instant(), doctor.everything()), System.nanoTime());
            } finally {
                making.unlock();
            }
        }
        return Optional.ofNullable(last).map(Made::checkUp);
    }

    private boolean serves() {
        Made known = last;
        return known != null && System.nanoTime() - known.madeAt() < SERVES_FOR_NANOS;
    }
}
