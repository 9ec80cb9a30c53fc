package dev.holdfast.telemetry.entity;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;

/**
 * A message of {@code messages.log} with only the attributes that may leave the server. Traces, incidents and access logs
 * quote requests and must stay.
 */
public record ExportableLogRecord(LogRecordData whole) implements LogRecordData {

    /** Exported although it quotes the failure, because the log quotes it too. */
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

    /** Replaced by {@link #getBodyValue}, but still required by the interface. */
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
