package dev.holdfast.telemetry.control;

import dev.holdfast.telemetry.entity.ExportableLogRecord;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;
import java.util.List;

/** Passes log messages on to the real exporter, without the data that must stay in the server. */
record LogRecordsOut(LogRecordExporter exporter) implements LogRecordExporter {

    @Override
    public CompletableResultCode export(Collection<LogRecordData> records) {
        List<LogRecordData> exportable = records.stream().filter(ExportableLogRecord::mayLeave)
                .<LogRecordData>map(ExportableLogRecord::new).toList();
        return exportable.isEmpty() ? CompletableResultCode.ofSuccess() : exporter.export(exportable);
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
