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

/**
 * Finds transactions that may still write: all open ones, including those that have only read so far. Tells at the same
 * time which server answers.
 */
@ApplicationScoped
public class OpenTransactions {

    /**
     * Includes transactions without a transaction id: one that has only read gets its id when it writes, however long after
     * its start. PostgreSQL hides from us when the transactions of other users began, but not that they have written.
     */
    private static final String LOOK = "select cast(extract(epoch from min(xact_start)) * 1000000 as bigint),"
            + " bool_or(xact_start is null and backend_xid is not null),"
            + " cast(extract(epoch from pg_postmaster_start_time()) * 1000000 as bigint), pg_is_in_recovery()"
            + " from pg_stat_activity where datname = current_database()"
            + " and (backend_type is null or backend_type = 'client backend')";

    /** PostgreSQL's {@code read_only_sql_transaction}. */
    private static final String READ_ONLY = "25006";

    /**
     * The answer of one look.
     *
     * @param earliestStart when the earliest open transaction began, in database time; the time of the look if there is
     *     none, the epoch if PostgreSQL hides it
     * @param server when the server that answered was started: another time means another server, or another start
     */
    public record Seen(Instant earliestStart, Instant server) {}

    @Inject DataSource dataSource;

    @Inject StorageConfig config;

    /**
     * Looks at the open transactions. With Derby there is one node and thus never another transaction or server.
     *
     * @throws IllegalStateException if the database cannot be read, or is a standby, which lags behind the server that writes
     */
    public Seen look(Instant now) {
        if (config.kind() == StorageConfig.Kind.DERBY) {
            return new Seen(now, Instant.EPOCH);
        }
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(LOOK)) {
            found.next();
            if (found.getBoolean(4)) {
                throw new SQLException("the server that answers is a standby", READ_ONLY);
            }
            return new Seen(earliest(found, now), Instant.EPOCH.plus(found.getLong(3), ChronoUnit.MICROS));
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    private static Instant earliest(ResultSet found, Instant now) throws SQLException {
        if (found.getBoolean(2)) {
            return Instant.EPOCH;
        }
        Instant earliest = Instant.EPOCH.plus(found.getLong(1), ChronoUnit.MICROS);
        return found.wasNull() || earliest.isAfter(now) ? now : earliest;
    }
}
