package dev.holdfast.telemetry.entity;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;

/**
 * A message of the log, as it is in {@code messages.log}, with the attributes that may leave the server. Traces, incidents
 * and access logs, which quote requests, may not.
 */
public record ExportableLogRecord(LogRecordData whole) implements LogRecordData {

    /** It quotes the failure, as the log does: what is written there may be read there. */
    private static final String STACK_TRACE = "exception.stacktrace";

    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("io.openliberty.type");

    public static boolean mayLeave(LogRecordData entry) {
        return "liberty_message".equals(entry.getAttributes().get(TYPE));
    }

    @Override
    public Attributes getAttributes() {
        return whole.getAttributes().toBuilder().removeIf(key ->
                !Exportable.isNamed(key.getKey()) && !STACK_TRACE.equals(key.getKey())).build();
    }

    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size();
    }

    @Override
    public Resource getResource() {
        return whole.getResource();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return whole.getInstrumentationScopeInfo();
    }

    @Override
    public long getTimestampEpochNanos() {
        return whole.getTimestampEpochNanos();
    }

    @Override
    public long getObservedTimestampEpochNanos() {
        return whole.getObservedTimestampEpochNanos();
    }

    @Override
    public SpanContext getSpanContext() {
        return whole.getSpanContext();
    }

    @Override
    public Severity getSeverity() {
        return whole.getSeverity();
    }

    @Override
    public String getSeverityText() {
        return whole.getSeverityText();
    }

    /** Superseded by the next, and yet still to be implemented. */
    @Override
    @Deprecated
    public io.opentelemetry.sdk.logs.data.Body getBody() {
        return whole.getBody();
    }

    @Override
    public io.opentelemetry.api.common.Value<?> getBodyValue() {
        return whole.getBodyValue();
    }
}
