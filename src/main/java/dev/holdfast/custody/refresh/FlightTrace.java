package dev.holdfast.custody.refresh;

import dev.holdfast.telemetry.control.Handoff;
import dev.holdfast.telemetry.control.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/**
 * How a trace shows a flight: as part of the request that began it, whichever thread it is on and however long that request
 * lasts, and linked from everybody else who waits for it.
 */
final class FlightTrace {

    private final Tracing tracing;
    private final Span flight;
    private final Handoff handoff;
    private volatile Span wait = Span.getInvalid();

    private FlightTrace(Tracing tracing, Span flight) {
        this.tracing = tracing;
        this.flight = flight;
        this.handoff = Handoff.here(flight);
    }

    static FlightTrace begin(Tracing tracing) {
        return new FlightTrace(tracing, tracing.begin("refresh", SpanKind.INTERNAL));
    }

    /** What this thread does until that is closed belongs to the flight. */
    Handoff.Passage enter() {
        return handoff.enter();
    }

    void joinedBy(Span waiting) {
        if (flight.getSpanContext().isValid()) {
            waiting.addLink(flight.getSpanContext());
        }
    }

    /** Another has the lease. */
    void waits() {
        if (!wait.getSpanContext().isValid()) {
            wait = tracing.begin("wait for lease", SpanKind.INTERNAL, Context.root().with(flight));
        }
    }

    void landed(Acquired acquired) {
        AcquireSpan.tell(flight, acquired);
        end();
    }

    void broke() {
        flight.setStatus(StatusCode.ERROR);
        end();
    }

    private void end() {
        wait.end();
        flight.end();
    }
}
