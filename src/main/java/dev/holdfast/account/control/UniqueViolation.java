package dev.holdfast.account.control;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells the loser of a race from other failures of the database: somebody else has just written the same row. */
public final class UniqueViolation {

    /** SQLSTATE of a violated unique constraint, on Derby and PostgreSQL alike. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final int DEEPEST = 20;

    private UniqueViolation() {}

    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }
}
