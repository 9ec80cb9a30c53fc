package dev.holdfast.session.entity;

import java.nio.ByteBuffer;
import java.util.Collection;

/**
 * The marks of a session's last rotations, at most {@value #MOST}, as the row keeps them: eight bytes each, the newest
 * first. A mark names session, spent generation and {@code Idempotency-Key} together, so its place says nothing: a server
 * of a former version, which rotates without leaving a mark, cannot make another rotation match.
 */
public final class PastRotations {

    /** So many rotations are remembered. */
    public static final int MOST = 8;

    private PastRotations() {}

    /** The marks to store after a rotation with that mark; the oldest one beyond {@value #MOST} is dropped. */
    static byte[] with(long mark, byte[] former) {
        byte[] kept = former == null ? new byte[0] : former;
        int length = Math.min(kept.length, (MOST - 1) * Long.BYTES);
        return ByteBuffer.allocate(Long.BYTES + length).putLong(mark).put(kept, 0, length).array();
    }

    /** Whether one of the candidates is among the stored marks. A row of a former version has none. */
    static boolean contain(byte[] stored, Collection<Long> candidates) {
        ByteBuffer marks = ByteBuffer.wrap(stored == null ? new byte[0] : stored);
        while (marks.remaining() >= Long.BYTES) {
            if (candidates.contains(marks.getLong())) {
                return true;
            }
        }
        return false;
    }
}
