package dev.holdfast.telemetry.control;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Begins spans. While telemetry is off, none is recorded. The caller that begins a span has to end it. */
@ApplicationScoped
public class Tracing {

    /** Records nothing, for objects made outside the container. */
    public static final Tracing OFF = new Tracing();

    private boolean on;
    private Tracer tracer = OpenTelemetry.noop().getTracer("");

    protected Tracing() {}

    @Inject
    public Tracing(TelemetryConfig config, OpenTelemetry telemetry) {
        on = config.isOn();
        tracer = telemetry.getTracer("dev.holdfast");
    }

    public boolean isOn() {
        return on;
    }

    /** Begins a span within the current context of this thread. */
    public Span begin(String name, SpanKind kind) {
        return begin(name, kind, Context.current());
    }

    public Span begin(String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }
}
