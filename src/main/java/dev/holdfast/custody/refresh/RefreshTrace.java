package dev.holdfast.custody.refresh;

import dev.holdfast.telemetry.control.Handoff;
import dev.holdfast.telemetry.control.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/**
 * The span of a refresh in a trace. It is part of the request that began the refresh, on whatever thread and even after
 * that request has ended. Other requests that wait for the refresh link to it.
 */
final class RefreshTrace {

    private final Tracing tracing;
    private final Span refresh;
    private final Handoff handoff;
    private volatile Span wait = Span.getInvalid();

    private RefreshTrace(Tracing tracing, Span refresh) {
        this.tracing = tracing;
        this.refresh = refresh;
        this.handoff = Handoff.here(refresh);
    }

    static RefreshTrace begin(Tracing tracing) {
        return new RefreshTrace(tracing, tracing.begin("refresh", SpanKind.INTERNAL));
    }

    /** Makes what this thread does part of the refresh, until the passage is closed. */
    Handoff.Passage enter() {
        return handoff.enter();
    }

    void joinedBy(Span waiting) {
        if (refresh.getSpanContext().isValid()) {
            waiting.addLink(refresh.getSpanContext());
        }
    }

    /** Begins the span of the wait while another node has the lease. */
    void waits() {
        if (!wait.getSpanContext().isValid()) {
            wait = tracing.begin("wait for lease", SpanKind.INTERNAL, Context.root().with(refresh));
        }
    }

    void ended(Acquired acquired) {
        AcquireSpan.tell(refresh, acquired);
        end();
    }

    void broke() {
        refresh.setStatus(StatusCode.ERROR);
        end();
    }

    private void end() {
        wait.end();
        refresh.end();
    }
}
