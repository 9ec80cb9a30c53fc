package dev.holdfast.standin.content;

import dev.holdfast.standin.http.StandInAnswer;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes of a known length, the same each time. */
public record BlobContent(long length, StandInAnswer.Body body) {

    private static final int CHUNK = 1 << 16;

    static BlobContent of(byte[] bytes) {
        return new BlobContent(bytes.length, out -> out.write(bytes));
    }

    /** Returns content that is made while it is sent: byte {@code i} is a function of {@code i}. */
    static BlobContent generated(long length) {
        return new BlobContent(length, out -> generate(length, out));
    }

    private static void generate(long length, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long at = 0; at < length; at += CHUNK) {
            for (int i = 0; i < CHUNK; i++) {
                chunk[i] = byteAt(at + i);
            }
            out.write(chunk, 0, (int) Math.min(CHUNK, length - at));
        }
    }

    static byte byteAt(long position) {
        return (byte) ((position * 0x9E3779B97F4A7C15L) >>> 56);
    }
}
