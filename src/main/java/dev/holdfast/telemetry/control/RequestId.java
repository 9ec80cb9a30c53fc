package dev.holdfast.telemetry.control;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The id of the request this thread is at: in its log lines, its answer and its trace. No secret, and proof of nothing. */
public final class RequestId {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    private static final HexFormat HEX = HexFormat.of();

    private RequestId() {}

    /** Null: this thread is at no request. */
    public static String current() {
        return CURRENT.get();
    }

    /** From now on, on this thread; null: at no request. What it was before is returned. */
    public static String replace(String id) {
        String before = CURRENT.get();
        if (id == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(id);
        }
        return before;
    }

    /** Of the form of a trace id (W3C Trace Context, section 3.2.2.3). */
    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong(1, Long.MAX_VALUE)) + HEX.toHexDigits(random.nextLong());
    }
}
