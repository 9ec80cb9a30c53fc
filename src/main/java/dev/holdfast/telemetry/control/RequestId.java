package dev.holdfast.telemetry.control;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The id of the request that this thread serves: in its log lines, its answer and its trace. It is safe to show and proves
 * nothing.
 */
public final class RequestId {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    private static final HexFormat HEX = HexFormat.of();

    private RequestId() {}

    /** Returns null if this thread serves no request. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    /** Sets the id for this thread, null for no request, and returns the previous one. */
    public static @Nullable String replace(@Nullable String id) {
        String before = CURRENT.get();
        if (id == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(id);
        }
        return before;
    }

    /** Returns a new id in the form of a trace id (W3C Trace Context, section 3.2.2.3). */
    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong(1, Long.MAX_VALUE)) + HEX.toHexDigits(random.nextLong());
    }
}
