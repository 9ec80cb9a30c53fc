package dev.holdfast.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.problem");

    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        LOG.setLevel(null);
    }

    static Stream<Throwable> storageFailures() {
        return Stream.of(new SQLException("connection refused"), new PersistenceException(),
                new IllegalStateException(new RuntimeException(new SQLException())),
                new RuntimeException(new RollbackException()));
    }

    @ParameterizedTest
    @MethodSource("storageFailures")
    void problemOfWhenDatabaseIsTheCauseThenStorageUnavailable(Throwable failure) {
        assertEquals(ProblemCode.STORAGE_UNAVAILABLE, Failures.problemOf(failure).code());
    }

    @Test
    void problemOfWhenAnythingElseThenInternalErrorWithoutItsText() {
        Problem problem = Failures.problemOf(new IllegalStateException("secret"));

        assertEquals(ProblemCode.INTERNAL_ERROR, problem.code());
        assertFalse(problem.members().toString().contains("secret"));
    }

    @Test
    void problemOfWhenTwoFailuresThenTwoErrorIds() {
        Throwable failure = new IllegalStateException();

        assertFalse(Failures.problemOf(failure).detail().equals(Failures.problemOf(failure).detail()));
    }

    @Test
    void isCauseOfWhenCausesGoInCirclesThenEnds() {
        RuntimeException inner = new RuntimeException();
        RuntimeException outer = new RuntimeException(inner);
        inner.initCause(outer);

        assertFalse(StorageFailure.isCauseOf(outer));
    }
}
