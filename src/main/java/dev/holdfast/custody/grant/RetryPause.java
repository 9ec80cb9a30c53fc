package dev.holdfast.custody.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * How long a grant is left alone after a failed refresh: so long at least, and up to half as much again, other for each
 * grant and failure but the same on every node. Those who failed together do not come back together.
 */
final class RetryPause {

    private static final int STEPS = 1000;

    private RetryPause() {}

    static Instant end(UUID accountId, Instant failedAt, Duration atLeast) {
        int step = Math.floorMod(Objects.hash(accountId, failedAt), STEPS);
        return failedAt.plus(atLeast).plus(atLeast.multipliedBy(step).dividedBy(2 * STEPS));
    }
}
