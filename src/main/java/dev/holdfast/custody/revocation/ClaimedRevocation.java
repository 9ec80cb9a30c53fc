package dev.holdfast.custody.revocation;

import dev.holdfast.crypto.entity.Secret;
import java.util.UUID;

/** A token that this node is to have revoked now, and the try that stands for it. */
record ClaimedRevocation(Secret token, UUID tryId) {

    @Override
    public String toString() {
        return "ClaimedRevocation[" + tryId + "]";
    }
}
