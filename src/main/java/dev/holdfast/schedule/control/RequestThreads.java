package dev.holdfast.schedule.control;

import dev.holdfast.schedule.control.LibertyThreads.Pool;
import dev.holdfast.schedule.control.ThreadDemand.Look;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps only as many of Liberty's threads as requests need. Its configuration says how many there may be: one for each caller
 * that may wait at the same time. Most of them would be idle, and still each of them would get its turn and be looked through
 * by the garbage collector: see docs/decisions/0048.
 */
@ApplicationScoped
public class RequestThreads {

    private static final Duration PAUSE = Duration.ofMillis(50);

    @Inject LibertyThreads liberty;
    @Inject Schedule schedule;

    private @Nullable Pool pool;
    private ThreadDemand demand = new ThreadDemand(0);
    private boolean ended;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(PAUSE, PAUSE, this::look, ScheduleLog::threadsNotAdjusted);
    }

    private void look() {
        current().ifPresent(this::adjust);
    }

    /** Elsewhere than on the Liberty that this is made for it asks once, and never again. */
    private Optional<Pool> current() {
        try {
            return liberty.takenOver();
        } catch (ReflectiveOperationException | RuntimeException otherServer) {
            ScheduleLog.threadsNotAdjusted(otherServer);
            schedule.stop();
            return Optional.empty();
        }
    }

    private synchronized void adjust(Pool current) {
        if (!current.equals(pool)) {
            pool = current;
            demand = new ThreadDemand(current.most());
        }
        Look look = Look.at(current.executor());
        int size = demand.sizeAfter(look);
        if (!ended && size != look.size() && look.size() > 0) {
            current.executor().setCorePoolSize(size);
        }
    }

    /** Gives all threads back, for other applications of the server and for the next start of this one. */
    @PreDestroy
    synchronized void end() {
        ended = true;
        if (pool != null) {
            current().filter(pool::equals).ifPresent(same -> same.executor().setCorePoolSize(same.most()));
        }
    }
}
