package dev.holdfast.crypto.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.crypto.entity.AssociatedData;
import dev.holdfast.crypto.entity.EncryptionKey;
import dev.holdfast.crypto.entity.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Encryption at rest (ASVS 11.3.2 to 11.3.4; F01 and F02 of our security list). */
class EnvelopeTest {

    private static final EncryptionKey FIRST = EncryptionKey.generated(1, RandomTokens.bytes(32));
    private static final EncryptionKey SECOND = EncryptionKey.generated(70_000, RandomTokens.bytes(32));
    private static final Secret TOKEN = Secret.of("1//refresh-token-\u00e9");
    private static final AssociatedData ADA = AssociatedData.of("google refresh token", "ada", "client-1");
    private static final AssociatedData BRUNO = AssociatedData.of("google refresh token", "bruno", "client-1");

    @Test
    void decryptWhenNothingWasChangedThenThePlaintext() {
        Envelope envelope = with(FIRST);

        assertEquals(Optional.of(TOKEN), envelope.decrypt(envelope.encrypt(TOKEN, ADA), ADA));
    }

    @Test
    void decryptWhenAnyByteIsFlippedThenRefused() {
        Envelope envelope = with(FIRST);
        byte[] ciphertext = envelope.encrypt(TOKEN, ADA);

        for (int at = 0; at < ciphertext.length; at++) {
            byte[] changed = ciphertext.clone();
            changed[at] ^= 1;
            assertEquals(Optional.empty(), envelope.decrypt(changed, ADA), "byte " + at);
        }
    }

    @Test
    void decryptWhenCutOrNotOursThenRefused() {
        Envelope envelope = with(FIRST);
        byte[] ciphertext = envelope.encrypt(TOKEN, ADA);

        for (int length = 0; length < ciphertext.length; length++) {
            assertEquals(Optional.empty(), envelope.decrypt(Arrays.copyOf(ciphertext, length), ADA));
        }
        assertEquals(Optional.empty(), envelope.decryptStored("1//plain".getBytes(StandardCharsets.UTF_8), ADA));
    }

    @Test
    void decryptWhenMovedToAnotherRowThenRefused() {
        Envelope envelope = with(FIRST);

        assertEquals(Optional.empty(), envelope.decrypt(envelope.encrypt(TOKEN, ADA), BRUNO));
    }

    @Test
    void encryptWhenEqualPlaintextsThenTheCiphertextsDifferAndShowNothing() {
        Envelope envelope = with(FIRST);
        Set<String> seen = new HashSet<>();

        for (int time = 0; time < 1_000; time++) {
            byte[] ciphertext = envelope.encrypt(TOKEN, ADA);
            seen.add(HexFormat.of().formatHex(ciphertext));
            assertFalse(new String(ciphertext, StandardCharsets.ISO_8859_1).contains("refresh"));
        }

        assertEquals(1_000, seen.size());
    }

    @Test
    void keyNumberWhenEncryptedThenThatOfTheFirstKey() {
        assertEquals(1, with(FIRST, SECOND).keyNumber(with(FIRST, SECOND).encrypt(TOKEN, ADA)));
        assertEquals(70_000, with(SECOND, FIRST).keyNumber(with(SECOND, FIRST).encrypt(TOKEN, ADA)));
        assertEquals(70_000, with(SECOND, FIRST).primaryKeyNumber());
        assertEquals(0, with(FIRST).keyNumber(new byte[] {9, 9, 9, 9, 9, 9}));
        assertEquals(0, with(FIRST).keyNumber(new byte[0]));
    }

    @Test
    void decryptWhenTheKeyIsNoLongerTheFirstThenStillOpen() {
        byte[] old = with(FIRST).encrypt(TOKEN, ADA);

        assertEquals(Optional.of(TOKEN), with(SECOND, FIRST).decrypt(old, ADA));
        assertEquals(Optional.empty(), with(SECOND).decrypt(old, ADA), "and closed without it");
    }

    /** The number of a key alone opens nothing. */
    @Test
    void decryptWhenAnotherKeyHasTheSameNumberThenRefused() {
        byte[] ciphertext = with(FIRST).encrypt(TOKEN, ADA);

        assertEquals(Optional.empty(), with(EncryptionKey.generated(1, RandomTokens.bytes(32))).decrypt(ciphertext, ADA));
    }

    private static Envelope with(EncryptionKey... keys) {
        Envelope envelope = new Envelope();
        envelope.use(List.of(keys));
        return envelope;
    }
}
