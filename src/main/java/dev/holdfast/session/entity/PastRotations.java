package dev.holdfast.session.entity;

import java.nio.ByteBuffer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a session's last rotations, at most {@value #MOST}, as the row stores them: eight bytes each, the newest
 * first. A mark hashes session, spent generation and {@code Idempotency-Key} together, so its position means nothing. A
 * server of an earlier version rotates without adding a mark; that cannot make another rotation match.
 */
public final class PastRotations {

    /** The number of rotations that are remembered. */
    public static final int MOST = 8;

    private PastRotations() {}

    /** Returns the marks to store after a rotation with {@code mark}; the oldest one beyond {@value #MOST} is dropped. */
    static byte[] with(long mark, byte @Nullable [] former) {
        byte[] kept = former == null ? new byte[0] : former;
        int length = Math.min(kept.length, (MOST - 1) * Long.BYTES);
        return ByteBuffer.allocate(Long.BYTES + length).putLong(mark).put(kept, 0, length).array();
    }

    /** Whether one of the candidates is among the stored marks. A row written by an earlier version has no marks. */
    static boolean contain(byte @Nullable [] stored, Collection<Long> candidates) {
        ByteBuffer marks = ByteBuffer.wrap(stored == null ? new byte[0] : stored);
        while (marks.remaining() >= Long.BYTES) {
            if (candidates.contains(marks.getLong())) {
                return true;
            }
        }
        return false;
    }
}
