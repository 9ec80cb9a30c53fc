package dev.holdfast.custody.revocation;

import dev.holdfast.crypto.entity.Secret;
import java.util.UUID;

/** A token that this node must have revoked now, with the id of the try. */
record ClaimedRevocation(Secret token, UUID tryId) {

    @Override
    public String toString() {
        return "ClaimedRevocation[" + tryId + "]";
    }
}
