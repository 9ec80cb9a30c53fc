package dev.holdfast.telemetry.control;

import dev.holdfast.telemetry.entity.Exportable;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.resources.Resource;

/**
 * Removes the data that must stay in the server from all spans, metrics and log records of this application before any
 * exporter sees them. OpenTelemetry finds this class through {@code META-INF/services}, for the application's own telemetry
 * only.
 */
public final class Redaction implements AutoConfigurationCustomizerProvider {

    private static volatile boolean inPlace;

    /** Returns whether telemetry started with this redaction. */
    static boolean isInPlace() {
        return inPlace;
    }

    @Override
    public void customize(AutoConfigurationCustomizer telemetry) {
        telemetry.addSpanExporterCustomizer((exporter, settings) -> new SpansOut(exporter))
                .addLogRecordExporterCustomizer((exporter, settings) -> new LogRecordsOut(exporter))
                .addMeterProviderCustomizer(Redaction::limited)
                .addTracerProviderCustomizer((traces, settings) -> traces.setIdGenerator(new TraceIds())
                        .addSpanProcessor(new RequestIdOnSpan()))
                .addResourceCustomizer(Redaction::withoutCommand);
        inPlace = true;
    }

    /** Runs after all other customizers, so that none of them can add the command line again. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    private static SdkMeterProviderBuilder limited(SdkMeterProviderBuilder metrics, ConfigProperties settings) {
        return metrics.registerView(InstrumentSelector.builder().setName("*").build(),
                View.builder().setAttributeFilter(Exportable::isNamed).build());
    }

    /** Removes the command line, which may contain settings and among them secrets. */
    static Resource withoutCommand(Resource resource, ConfigProperties settings) {
        return resource.toBuilder().removeIf(Redaction::isOfCommand).build();
    }

    private static boolean isOfCommand(AttributeKey<?> key) {
        return key.getKey().startsWith("process.command") || key.getKey().equals("process.owner");
    }
}
