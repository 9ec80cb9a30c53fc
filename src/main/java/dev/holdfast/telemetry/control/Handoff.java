package dev.holdfast.telemetry.control;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** What a thread is at, to be carried over to another thread: the trace, and the id of the request for its log lines. */
public final class Handoff {

    private final Context context;
    private final String requestId;

    private Handoff(Context context, String requestId) {
        this.context = context;
        this.requestId = requestId;
    }

    /** Of this thread, within that span. */
    public static Handoff here(Span span) {
        return new Handoff(Context.current().with(span), RequestId.current());
    }

    /** Until what it returns is closed, on the same thread. */
    public Passage enter() {
        Scope scope = context.makeCurrent();
        String before = RequestId.replace(requestId);
        return () -> {
            RequestId.replace(before);
            scope.close();
        };
    }

    /** The way back to what the thread was at before. */
    public interface Passage extends AutoCloseable {
        @Override
        void close();
    }
}
