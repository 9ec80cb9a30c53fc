package dev.holdfast.session.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a request's {@code Idempotency-Key}. By them a session recognises a rotation that this request or an
 * earlier copy of it has made.
 *
 * @param keyHash hash of the key alone; null if the request came without a key
 * @param marks keyed hashes of session, generation and key, under each encryption key in use. They cover two rotations:
 *     the one that spends the presented token, and the one that made it (a browser that has the new cookie but lost the
 *     answer repeats it), in two halves. The first hash of a half is the one to store. Empty if the request came without a key
 */
public record Receipt(@Nullable String keyHash, List<Long> marks) {

    /** The receipt of a request without a key. */
    public static final Receipt NONE = new Receipt(null, List.of());

    /** Returns the mark to store for the rotation that made the presented token, if this request had made it. */
    long markOfMaking() {
        return marks.get(marks.size() / 2);
    }
}
