package dev.holdfast.storage.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Checks the bounds on waiting behind a pooler. A pooler in transaction mode refuses the start-up options by which
 * connections set them elsewhere, so the role must bring them along.
 */
final class PoolerCheck {

    private static final String UNBOUNDED = "select current_setting('lock_timeout') = '0'"
            + " or current_setting('idle_in_transaction_session_timeout') = '0'";

    private PoolerCheck() {}

    /** Returns how to cure a bound that is missing; empty if all are there, or if the database does not answer yet. */
    static Optional<String> cure(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(UNBOUNDED)) {
            found.next();
            return found.getBoolean(1) ? Optional.of("holdfast.db.pooler is transaction, and PostgreSQL sets no bound on waiting;"
                    + " run: alter role <holdfast.db.user> set lock_timeout = '5s'; alter role <holdfast.db.user>"
                    + " set idle_in_transaction_session_timeout = '20s'; and let the pooler reconnect") : Optional.empty();
        } catch (SQLException unanswered) {
            // The migration that follows reports it.
            return Optional.empty();
        }
    }
}
