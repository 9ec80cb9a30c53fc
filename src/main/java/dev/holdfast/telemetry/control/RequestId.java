package dev.holdfast.telemetry.control;

/** The id of the request this thread is at: in its log lines, in its answer, and the trace's id where it can be. */
public final class RequestId {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** Null: this thread is at no request. */
    public static String current() {
        return CURRENT.get();
    }

    /** What it was before. */
    public static String replace(String id) {
        String before = CURRENT.get();
        if (id == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(id);
        }
        return before;
    }
}
