package dev.holdfast.telemetry.control;

import dev.holdfast.telemetry.entity.ExportableSpan;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Passes spans on to the real exporter, without the data that must stay in the server. */
record SpansOut(SpanExporter exporter) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> exportable = new ArrayList<>(spans.size());
        spans.forEach(span -> exportable.add(new ExportableSpan(span)));
        return exporter.export(exportable);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
