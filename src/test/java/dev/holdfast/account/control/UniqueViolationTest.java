package dev.holdfast.account.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class UniqueViolationTest {

    @Test
    void isCauseOfWhenStateIs23505DeepInsideThenTrue() {
        assertTrue(UniqueViolation.isCauseOf(new RuntimeException(new RuntimeException(new SQLException("d", "23505")))));
    }

    @Test
    void isCauseOfWhenAnotherStateThenFalse() {
        assertFalse(UniqueViolation.isCauseOf(new RuntimeException(new SQLException("d", "08006"))));
        assertFalse(UniqueViolation.isCauseOf(new SQLException("no state")));
    }
}
