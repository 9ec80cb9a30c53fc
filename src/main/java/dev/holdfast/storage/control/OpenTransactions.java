package dev.holdfast.storage.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** What others are about to write: transactions that have begun to and have not committed. */
@ApplicationScoped
public class OpenTransactions {

    /** One that has written has a transaction id. All nodes use one database user, or this would not see the others'. */
    private static final String EARLIEST = "select cast(extract(epoch from min(xact_start)) * 1000000 as bigint)"
            + " from pg_stat_activity where backend_xid is not null and datname = current_database()";

    @Resource(name = "jdbc/holdfast")
    DataSource dataSource;

    @Inject StorageConfig config;

    /** When the earliest of them began, in database time; {@code now} if there is none. Derby: one node, no others. */
    public Instant earliestStart(Instant now) {
        if (config.kind() == StorageConfig.Kind.DERBY) {
            return now;
        }
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(EARLIEST)) {
            found.next();
            Instant earliest = Instant.EPOCH.plus(found.getLong(1), ChronoUnit.MICROS);
            return found.wasNull() || earliest.isAfter(now) ? now : earliest;
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }
}
