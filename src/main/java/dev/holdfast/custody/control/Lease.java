package dev.holdfast.custody.control;

import java.util.Optional;
import java.util.UUID;

/**
 * The right to refresh a grant, for a while.
 *
 * @param identity whose grant it is, noted before Google is asked: the account may be erased meanwhile
 */
record Lease(UUID owner, Optional<String> identity) {

    @Override
    public String toString() {
        return "Lease[" + owner + "]";
    }
}
