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

/** What others may be about to write: transactions that are open, those included that have only read so far. */
@ApplicationScoped
public class OpenTransactions {

    /**
     * Not only those with a transaction id, since what has only read gets one when it writes, however long after its start.
     * PostgreSQL hides from us when other users' transactions began, but not that they have written.
     */
    private static final String EARLIEST = "select cast(extract(epoch from min(xact_start)) * 1000000 as bigint),"
            + " bool_or(xact_start is null and backend_xid is not null)"
            + " from pg_stat_activity where datname = current_database()"
            + " and (backend_type is null or backend_type = 'client backend')";

    @Inject DataSource dataSource;

    @Inject StorageConfig config;

    /**
     * When the earliest of them began, in database time; {@code now} if there is none, the epoch if that is hidden from us.
     * Derby: one node, no others.
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
