package dev.holdfast.storage.control;

import dev.holdfast.schedule.control.Outage;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Probes the database every few seconds. A database that hangs counts as gone: a probe that does not return is detected by
 * the age of the last result. So does one that accepts no writes: a standby, or a server that was demoted.
 */
@ApplicationScoped
public class DatabaseProbe {

    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final long TOO_OLD_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int ANSWER_WITHIN_SECONDS = 2;

    @Inject DataSource dataSource;

    @Inject StorageConfig config;
    @Inject @DatabaseTime DatabaseClock clock;
    @Inject Schedule schedule;

    private volatile long lastProbe = System.nanoTime();
    private volatile boolean answering = true;
    private final Outage outage = new Outage(StorageLog::unreachable, StorageLog::reachableAgain);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        lastProbe = System.nanoTime();
        schedule.every(Duration.ZERO, EVERY, this::probe, outage::failed);
    }

    public boolean isAnswering() {
        return answering && System.nanoTime() - lastProbe < TOO_OLD_NANOS;
    }

    void probe() {
        try (Connection connection = dataSource.getConnection()) {
            boolean answers = connection.isValid(ANSWER_WITHIN_SECONDS);
            // Also without an answer: the failure of a statement makes the pool drop its connections, which are as dead.
            WriteCheck.of(config.kind()).run(connection);
            clock.measure(connection);
            turn(answers, null);
        } catch (SQLException | RuntimeException | Error gone) {
            turn(false, gone);
        }
        lastProbe = System.nanoTime();
    }

    private void turn(boolean answers, @Nullable Throwable failure) {
        if (answers) {
            outage.over();
        } else {
            outage.failed(failure == null ? new SQLException("no valid answer") : failure);
        }
        answering = answers;
    }
}
