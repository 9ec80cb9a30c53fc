package dev.holdfast.journeys.stage;

import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Names for {@link ResourceLock}: integration tests run side by side, and those that hold the same lock run one after
 * another. The stages have locks of their own, see {@link OnStage}. A class with time limits for a server is {@code
 * @Isolated}: it runs alone, or {@link AtTheEnd} if it waits for most of its time.
 */
public final class Locks {

    /** The two servers of {@link Cluster#shared()}. */
    public static final String CLUSTER = "the shared cluster";

    /** The two servers of {@link Cluster#patient()}. */
    public static final String PATIENT_CLUSTER = "the patient cluster";

    /** The lock of classes with hundreds of clients at once and a time limit for each of them. */
    public static final String CROWD = "a crowd";

    /** The lock of classes that drive a browser: one browser is enough for two processors. */
    public static final String BROWSER = "a browser";

    private Locks() {}
}
