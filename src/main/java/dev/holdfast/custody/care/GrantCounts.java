package dev.holdfast.custody.care;

import dev.holdfast.custody.grant.GrantStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How many grants and parked revocations there were at the time {@code at}, on all nodes together. */
public record GrantCounts(Instant at, Map<GrantStatus, Long> grants, long parked, Optional<Instant> oldestParked) {

    public long grants(GrantStatus status) {
        return grants.getOrDefault(status, 0L);
    }
}
