package dev.holdfast.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Finds transactions that may still write: all open ones, including those that have only read so far. */
@ApplicationScoped
public class OpenTransactions {

    /**
     * Includes transactions without a transaction id: one that has only read gets its id when it writes, however long after
     * its start. PostgreSQL hides from us when the transactions of other users began, but not that they have written.
     */
    private static final String EARLIEST = "select cast(extract(epoch from min(xact_start)) * 1000000 as bigint),"
            + " bool_or(xact_start is null and backend_xid is not null)"
            + " from pg_stat_activity where datname = current_database()"
            + " and (backend_type is null or backend_type = 'client backend')";

    @Inject DataSource dataSource;

    @Inject StorageConfig config;

    /**
     * Returns when the earliest open transaction began, in database time; {@code now} if there is none, the epoch if
     * PostgreSQL hides it. With Derby there is one node and thus always {@code now}.
     */
    public Instant earliestStart(Instant now) {
        if (config.kind() == StorageConfig.Kind.DERBY) {
            return now;
        }
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(EARLIEST)) {
            found.next();
            if (found.getBoolean(2)) {
                return Instant.EPOCH;
            }
            Instant earliest = Instant.EPOCH.plus(found.getLong(1), ChronoUnit.MICROS);
            return found.wasNull() || earliest.isAfter(now) ? now : earliest;
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }
}
