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

/**
 * Check-ups that administrators ask for: one at a time on this node, and the last one serves for a moment, and whoever comes
 * while one is under way, if there is one. Nobody stands in a line before Google.
 */
@ApplicationScoped
public class CheckUps {

    /** What was found, and when. */
    public record CheckUp(Instant at, List<Finding> findings) {}

    /** So that nobody can have Google asked as often as they can press a key. */
    private static final long SERVES_FOR_NANOS = Duration.ofSeconds(5).toNanos();

    @Inject Doctor doctor;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    private final ReentrantLock making = new ReentrantLock();

    private volatile Made last;

    /** {@code madeAt}: of a clock that nobody sets. */
    private record Made(CheckUp checkUp, long madeAt) {}

    /** Empty: the first one is under way. */
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
