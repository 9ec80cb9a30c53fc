package dev.holdfast.crypto.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyTest {

    private static final String RANDOM = "Jh8xQ7Zr0Ck2vYp5Nf1sWb9uEa6dTg4mLoXiRcVeK3A=";

    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "2147483647"})
    void parseWhenNumberAndRandomBytesThenRead(String number) {
        EncryptionKey key = EncryptionKey.parse(number + ":" + RANDOM);

        assertEquals(Integer.parseInt(number), key.number());
        assertArrayEquals(Base64.getDecoder().decode(RANDOM), key.material());
        assertEquals(number + ":" + RANDOM, key.encoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "2147483648", "99999999999", "one", "", "1.0", "+1"})
    void parseWhenTheNumberIsOutOfBoundsThenRefused(String number) {
        assertRefused(number + ":" + RANDOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1:", "1:not base64!", "1:c2hvcnQ=", "1:" + RANDOM + "AAAA",
        "Jh8xQ7Zr0Ck2vYp5Nf1sWb9uEa6dTg4mLoXiRcVeK3A=", "1;Jh8xQ7Zr0Ck2vYp5Nf1sWb9uEa6dTg4mLoXiRcVeK3A="})
    void parseWhenItIsNoKeyThenRefused(String text) {
        assertRefused(text);
    }

    static Stream<IntUnaryOperator> patterns() {
        return Stream.of(i -> 0, i -> 255, i -> i, i -> 255 - i, i -> 7 * i + 3, i -> i % 2, i -> i % 8, i -> 'a' + i % 26,
                i -> "correct horse battery staple, yes".charAt(i), i -> i % 15,
                i -> i * 37 % 16 * 11);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void parseWhenNoRandomGeneratorMadeItThenRefused(IntUnaryOperator pattern) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pattern.applyAsInt(i);
        }

        assertRefused("1:" + Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void parseWhenRandomThenNeverRefused() {
        Random random = new Random(2026);
        byte[] bytes = new byte[32];
        for (int time = 0; time < 20_000; time++) {
            random.nextBytes(bytes);
            EncryptionKey.parse("1:" + Base64.getEncoder().encodeToString(bytes));
        }
    }

    @Test
    void sameMaterialWhenOnlyTheNumberDiffersThenTrue() {
        assertTrue(EncryptionKey.parse("1:" + RANDOM).sameMaterial(EncryptionKey.parse("2:" + RANDOM)));
    }

    @Test
    void toStringWhenPrintedThenNothingOfTheKey() {
        assertEquals("EncryptionKey[1]", EncryptionKey.parse("1:" + RANDOM).toString());
    }

    private static void assertRefused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> EncryptionKey.parse(text)).getMessage();

        String material = text.substring(text.indexOf(':') + 1);
        assertFalse(material.length() > 6 && message.contains(material), "the message shows nothing of the key");
    }
}
