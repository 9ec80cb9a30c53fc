package dev.holdfast.storage.control;

import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.entity.ClockOffset;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * The time of the database, the one clock that all nodes share, without a query: time since this node's start plus an offset
 * that each probe of {@link DatabaseProbe} measures. It is accurate to the duration of a query. Setting this node's own
 * clock does not change it. Embedded Derby uses this node's own clock.
 */
@DatabaseTime
@ApplicationScoped
public class DatabaseClock extends Clock {

    /** Microseconds since 1970, whatever the time zone of the database's session. */
    private static final String TIME = "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";

    @Inject DataSource dataSource;

    @Inject StorageConfig config;
    @Inject Clock ours;

    /** Monotonic nanoseconds from an arbitrary origin, which setting a clock does not change. */
    LongSupplier ticks = System::nanoTime;

    /**
     * The database's time relative to the ticks and, below, to our own clock. With Derby there is no offset to the ticks.
     */
    private volatile Optional<ClockOffset> offset = Optional.empty();
    private volatile ClockOffset toOurs = ClockOffset.NONE;

    void start(@Observes @Priority(StartOrder.DATABASE_TIME) Startup start) throws SQLException {
        if (!ZoneId.systemDefault().getRules().isFixedOffset()) {
            StorageLog.zoneWithSummerTime(ZoneId.systemDefault());
        }
        try (Connection connection = dataSource.getConnection()) {
            measure(connection);
        }
    }

    void measure(Connection connection) throws SQLException {
        if (config.kind() == StorageConfig.Kind.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                Instant askedAt = ours.instant();
                Instant asked = ticked();
                ResultSet told = statement.executeQuery(TIME);
                Instant answered = ticked();
                Instant answeredAt = ours.instant();
                told.next();
                Instant time = Instant.EPOCH.plus(told.getLong(1), ChronoUnit.MICROS);
                offset = Optional.of(offset.orElse(ClockOffset.NONE).after(asked, time, answered));
                compare(toOurs.after(askedAt, time, answeredAt));
            }
        }
    }

    private void compare(ClockOffset measured) {
        if (measured.isAlarming() && !toOurs.isAlarming()) {
            StorageLog.clocksDiffer(measured.ahead());
        } else if (!measured.isAlarming() && toOurs.isAlarming()) {
            StorageLog.clocksAgree();
        }
        toOurs = measured;
    }

    private Instant ticked() {
        return Instant.EPOCH.plusNanos(ticks.getAsLong());
    }

    /** Returns how far the database's clock is ahead of ours. */
    public Duration ahead() {
        return toOurs.ahead();
    }

    @Override
    public Instant instant() {
        return offset.map(known -> known.at(ticked())).orElseGet(ours::instant);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times of rows are UTC");
    }
}
