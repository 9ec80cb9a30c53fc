package dev.holdfast.custody.refresh;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to refresh a grant, for {@link dev.holdfast.google.TimeBudget#LEASE}.
 *
 * @param until    no other refresh begins before this time, by the database's clock
 * @param identity the owner of the grant, read before Google is asked, because the account may be erased during the call
 */
record Lease(UUID owner, Instant until, Optional<String> identity) {

    @Override
    public String toString() {
        return "Lease[" + owner + "]";
    }
}
