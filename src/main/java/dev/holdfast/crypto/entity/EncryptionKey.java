package dev.holdfast.crypto.entity;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One key of {@code holdfast.crypto.keys}: a number that stands in every ciphertext, and 32 random bytes. Reading refuses
 * a key that was plainly not made by a random generator.
 */
public final class EncryptionKey {

    public static final int LENGTH = 32;

    /** 32 random bytes with fewer distinct values than this come up once in more than 2^60 tries. */
    private static final int LEAST_DISTINCT = 16;

    private final int number;
    private final byte[] material;

    private EncryptionKey(int number, byte[] material) {
        this.number = number;
        this.material = material;
    }

    /** Returns a key that this application has generated, which needs no check. */
    public static EncryptionKey generated(int number, byte[] material) {
        return new EncryptionKey(number, material.clone());
    }

    /**
     * Reads {@code <number>:<base64 of 32 bytes>}.
     *
     * @throws IllegalArgumentException with a message that says what is wrong and shows nothing of the key
     */
    public static EncryptionKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("each key is <number>:<base64 of 32 bytes>");
        }
        return new EncryptionKey(number(text.substring(0, colon)), material(text.substring(colon + 1)));
    }

    public int number() {
        return number;
    }

    public byte[] material() {
        return material.clone();
    }

    public boolean sameMaterial(EncryptionKey other) {
        return MessageDigest.isEqual(material, other.material);
    }

    /** Returns the form that {@link #parse} reads; only ever written to the generated key file. */
    public String encoded() {
        return number + ":" + Base64.getEncoder().encodeToString(material);
    }

    @Override
    public String toString() {
        return "EncryptionKey[" + number + "]";
    }

    private static int number(String digits) {
        return Optional.of(digits.strip()).filter(d -> d.matches("[1-9][0-9]{0,9}")).map(Long::parseLong)
                .filter(n -> n <= Integer.MAX_VALUE).map(Long::intValue)
                .orElseThrow(() -> new IllegalArgumentException("key numbers run from 1 to 2147483647"));
    }

    private static byte[] material(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("a key is not base64; make one with: openssl rand -base64 32");
        }
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key is not 32 bytes long; make one with: openssl rand -base64 32");
        }
        if (isPatterned(bytes)) {
            throw new IllegalArgumentException("a key is not random; make one with: openssl rand -base64 32");
        }
        return bytes;
    }

    private static boolean isPatterned(byte[] bytes) {
        int[] values = new int[bytes.length];
        Arrays.setAll(values, i -> bytes[i] & 0xff);
        boolean text = Arrays.stream(values).allMatch(value -> value >= 0x20 && value < 0x7f);
        boolean poor = Arrays.stream(values).distinct().count() < LEAST_DISTINCT;
        return text || poor || hasConstantStep(values) || repeats(values);
    }

    /** Whether the bytes are one block repeated, whatever its length. */
    private static boolean repeats(int[] values) {
        return IntStream.rangeClosed(1, values.length / 2).anyMatch(period ->
                IntStream.range(period, values.length).allMatch(i -> values[i] == values[i - period]));
    }

    private static boolean hasConstantStep(int[] values) {
        int step = values[1] - values[0] & 0xff;
        for (int i = 2; i < values.length; i++) {
            if ((values[i] - values[i - 1] & 0xff) != step) {
                return false;
            }
        }
        return true;
    }
}
