package dev.holdfast.custody.refresh;

import dev.holdfast.telemetry.control.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** The trace span of a token request: where the token came from, and the outcome. It does not tell the account. */
final class AcquireSpan implements AutoCloseable {

    static final AttributeKey<String> FROM = AttributeKey.stringKey("holdfast.acquire.from");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("holdfast.acquire.outcome");
    static final AttributeKey<String> REASON = AttributeKey.stringKey("holdfast.acquire.reason");

    private final Span span;
    private final Scope scope;
    private boolean told;

    private AcquireSpan(Span span) {
        this.span = span;
        this.scope = span.makeCurrent();
    }

    static AcquireSpan begin(Tracing tracing) {
        return new AcquireSpan(tracing.begin("acquire", SpanKind.INTERNAL));
    }

    /** Marks the span of the request: the cache is asked too often for a span of its own. */
    static void fromMemory() {
        Span.current().setAttribute(FROM, "memory");
    }

    Acquired told(String from, Acquired acquired) {
        span.setAttribute(FROM, from);
        told = true;
        return tell(span, acquired);
    }

    static Acquired tell(Span span, Acquired acquired) {
        if (acquired instanceof Acquired.Lost lost) {
            span.setAttribute(OUTCOME, "lost").setAttribute(REASON, lost.code());
        } else {
            span.setAttribute(OUTCOME, acquired instanceof Acquired.Fresh ? "fresh" : "unavailable");
        }
        return acquired;
    }

    @Override
    public void close() {
        if (!told) {
            span.setStatus(StatusCode.ERROR);
        }
        scope.close();
        span.end();
    }
}
