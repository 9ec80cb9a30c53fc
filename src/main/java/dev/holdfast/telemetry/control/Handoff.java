package dev.holdfast.telemetry.control;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The context of a thread, for another thread to take over: the trace, and the id of the request for its log lines. */
public final class Handoff {

    private final Context context;
    private final @Nullable String requestId;

    private Handoff(Context context, @Nullable String requestId) {
        this.context = context;
        this.requestId = requestId;
    }

    /** Returns the context of this thread, with {@code span} as its current span. */
    public static Handoff here(Span span) {
        return new Handoff(Context.current().with(span), RequestId.current());
    }

    /** Makes this the context of the current thread, until the thread closes the returned passage. */
    public Passage enter() {
        Scope scope = context.makeCurrent();
        String before = RequestId.replace(requestId);
        return () -> {
            RequestId.replace(before);
            scope.close();
        };
    }

    /** Restores the previous context of the thread when it is closed. */
    public interface Passage extends AutoCloseable {
        @Override
        void close();
    }
}
