package dev.holdfast.google;

import java.time.Duration;

/**
 * How long a caller waits for a Google access token. Each wait is longer than the one inside it, so that the inner one ends
 * first and its outcome reaches the caller. {@link #CONNECTION} stands alone.
 */
public final class TimeBudget {

    /** All tries at Google's token endpoint for one refresh, with the pauses between them. */
    public static final Duration TRIES = Duration.ofSeconds(18);

    /** One refresh for all callers that share it: its wait for a thread or for another node, and its tries. */
    public static final Duration REFRESH = Duration.ofSeconds(19);

    /** The wait of one caller. */
    public static final Duration CALLER = Duration.ofMillis(19_500);

    /** The limit of the whole wait of one caller; its answer is on its way before. */
    public static final Duration ANSWER = Duration.ofSeconds(20);

    /** The lease of one refresh. It outlives the refresh, so that no second one begins while the first may still succeed. */
    public static final Duration LEASE = Duration.ofSeconds(22);

    /** The time after which a refresh that has not reported back is discarded: its lease is over by then. */
    public static final Duration DISCARDED = Duration.ofSeconds(25);

    /** The time within which a grant works again after its refreshing node was killed. */
    public static final Duration NODE_LOST = Duration.ofSeconds(30);

    /** All calls to Google of one attempt to connect the stream of security signals. */
    public static final Duration CONNECTION = Duration.ofSeconds(20);

    private TimeBudget() {}
}
