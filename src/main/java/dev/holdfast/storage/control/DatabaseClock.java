package dev.holdfast.storage.control;

import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.entity.ClockOffset;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
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
import javax.sql.DataSource;

/**
 * The time of the database, the one clock that all nodes share, without asking it: our own plus an offset measured with
 * each beat of the {@link DatabasePulse}, right to within the time of a query. Embedded Derby has our own clock.
 */
@DatabaseTime
@ApplicationScoped
public class DatabaseClock extends Clock {

    /** Seconds since 1970, whatever the time zone of the database's session. */
    private static final String TIME = "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";

    @Resource(name = "jdbc/holdfast")
    DataSource dataSource;

    @Inject StorageConfig config;
    @Inject Clock ours;

    private volatile ClockOffset offset = ClockOffset.NONE;

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
                Instant asked = ours.instant();
                ResultSet told = statement.executeQuery(TIME);
                Instant answered = ours.instant();
                told.next();
                take(offset.after(asked, Instant.EPOCH.plus(told.getLong(1), ChronoUnit.MICROS), answered));
            }
        }
    }

    private void take(ClockOffset measured) {
        if (measured.isAlarming() && !offset.isAlarming()) {
            StorageLog.clocksDiffer(measured.ahead());
        } else if (!measured.isAlarming() && offset.isAlarming()) {
            StorageLog.clocksAgree();
        }
        offset = measured;
    }

    /** How far the database's clock is ahead of ours. */
    public Duration ahead() {
        return offset.ahead();
    }

    @Override
    public Instant instant() {
        return offset.at(ours.instant());
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
