package dev.holdfast.telemetry.control;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Records on a request's span the id that its log lines have, which can differ from the trace id. */
final class RequestIdOnSpan implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        String id = RequestId.current();
        if (id != null && span.getKind() == SpanKind.SERVER) {
            span.setAttribute("holdfast.request.id", id);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // The id was recorded at the start.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
