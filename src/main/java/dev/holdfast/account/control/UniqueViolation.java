package dev.holdfast.account.control;

import java.sql.SQLException;

/** Tells the loser of a race from other failures of the database: somebody else has just written the same row. */
public final class UniqueViolation {

    /** SQLSTATE of a violated unique constraint, on Derby and PostgreSQL alike. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final int DEEPEST = 20;

    private UniqueViolation() {}

    public static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
