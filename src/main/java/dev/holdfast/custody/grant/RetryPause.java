package dev.holdfast.custody.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The pause after a failed refresh: {@code atLeast} plus up to 50 % jitter. The jitter is derived from account and
 * failure time, so that all nodes agree and grants that failed together are not retried together.
 */
final class RetryPause {

    private static final int STEPS = 1000;

    private RetryPause() {}

    static Instant end(UUID accountId, Instant failedAt, Duration atLeast) {
        int step = Math.floorMod(Objects.hash(accountId, failedAt), STEPS);
        return failedAt.plus(atLeast).plus(atLeast.multipliedBy(step).dividedBy(2 * STEPS));
    }
}
