package dev.holdfast.account.control;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Distinguishes a lost race, in which another transaction has just written the same row, from other database failures. */
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
