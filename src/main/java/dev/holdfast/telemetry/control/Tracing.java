package dev.holdfast.telemetry.control;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Begins spans, for rooms that have something to show; none is recorded while telemetry is off. Whoever begins one ends it. */
@ApplicationScoped
public class Tracing {

    /** For whoever was made outside the container. */
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

    /** As part of whatever this thread is at. */
    public Span begin(String name, SpanKind kind) {
        return begin(name, kind, Context.current());
    }

    public Span begin(String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }
}
