package dev.holdfast.custody.refresh;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to refresh a grant, for a while.
 *
 * @param until    nobody else begins a refresh before, by the database's clock
 * @param identity whose grant it is, noted before Google is asked: the account may be erased meanwhile
 */
record Lease(UUID owner, Instant until, Optional<String> identity) {

    @Override
    public String toString() {
        return "Lease[" + owner + "]";
    }
}
