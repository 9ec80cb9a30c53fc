package dev.holdfast.session.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void isWellFormedWhenSixteenTo128VisibleCharactersThenTrue() {
        assertTrue(IdempotencyKey.isWellFormed("k".repeat(16)));
        assertTrue(IdempotencyKey.isWellFormed("!~".repeat(64)));
        assertFalse(IdempotencyKey.isWellFormed("k".repeat(15)));
        assertFalse(IdempotencyKey.isWellFormed("k".repeat(129)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with a space inside", "0123456789abcdef\n", "0123456789abcd\u00e9f", "0123456789abcdef\t"})
    void isWellFormedWhenAnythingElseThenFalse(String value) {
        assertFalse(IdempotencyKey.isWellFormed(value));
    }
}
