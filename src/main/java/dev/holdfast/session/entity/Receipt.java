package dev.holdfast.session.entity;

import java.util.List;

/**
 * The hashes of a request's {@code Idempotency-Key}, by which a session recognises a rotation that this request, or an
 * earlier copy of it, has made.
 *
 * @param keyHash hash of the key alone; null if the request came without a key
 * @param marks keyed hashes of session, generation and key, for the rotation that spends the presented token and for the
 *     one that made it (repeated by a browser that has the new cookie and lost the answer), under each encryption key in
 *     use; the first one is the one to store; empty if the request came without a key
 */
public record Receipt(String keyHash, List<Long> marks) {

    /** The receipt of a request without a key. */
    public static final Receipt NONE = new Receipt(null, List.of());
}
