package dev.holdfast.crypto.entity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The purpose and the place that a ciphertext is bound to. A ciphertext can be decrypted only with the same associated
 * data, so it cannot be moved to another row, account, client or purpose (ASVS 11.3).
 */
public record AssociatedData(List<String> parts) {

    public AssociatedData {
        parts = List.copyOf(parts);
    }

    public static AssociatedData of(String purpose, String... parts) {
        return new AssociatedData(Stream.concat(Stream.of(purpose), Arrays.stream(parts)).toList());
    }

    /** Returns each part after its length, so that two different lists never have the same bytes. */
    public byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); DataOutputStream out = new DataOutputStream(bytes)) {
            for (String part : parts) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
