package dev.holdfast.telemetry.entity;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** A span without the data that must stay in the server: free text in attributes, events, its status and the trace state. */
public final class ExportableSpan extends DelegatingSpanData {

    private final Attributes attributes;
    private final List<EventData> events;
    private final List<LinkData> links;

    public ExportableSpan(SpanData whole) {
        super(whole);
        attributes = attributesOf(whole);
        events = whole.getEvents().stream().map(ExportableSpan::exportable).toList();
        links = whole.getLinks().stream().map(ExportableSpan::exportable).toList();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        return links;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public SpanContext getSpanContext() {
        return withoutState(super.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return withoutState(super.getParentSpanContext());
    }

    /** Keeps {@code server.*} only for our own calls: on a request to us, the caller chooses the name of the server. */
    private static Attributes attributesOf(SpanData whole) {
        boolean call = whole.getKind() == SpanKind.CLIENT;
        return whole.getAttributes().toBuilder().removeIf(key ->
                !Exportable.isNamed(key.getKey()) && !(call && key.getKey().startsWith("server."))).build();
    }

    private static EventData exportable(EventData event) {
        Attributes named = Exportable.of(event.getAttributes());
        return EventData.create(event.getEpochNanos(), event.getName(), named, named.size());
    }

    private static LinkData exportable(LinkData link) {
        return LinkData.create(withoutState(link.getSpanContext()), Exportable.of(link.getAttributes()));
    }

    /** Removes {@code tracestate}, which the caller chooses freely. */
    private static SpanContext withoutState(SpanContext context) {
        return context.getTraceState().isEmpty() ? context
                : context.isRemote() ? SpanContext.createFromRemoteParent(context.getTraceId(), context.getSpanId(),
                        context.getTraceFlags(), TraceState.getDefault())
                : SpanContext.create(context.getTraceId(), context.getSpanId(), context.getTraceFlags(),
                        TraceState.getDefault());
    }
}
