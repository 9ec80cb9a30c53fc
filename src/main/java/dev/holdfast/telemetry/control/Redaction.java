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
 * Stands between whatever makes spans, metrics and log records in this application and whatever exports them, by
 * whichever exporter. Found by OpenTelemetry through {@code META-INF/services}, in the application's own telemetry alone.
 */
public final class Redaction implements AutoConfigurationCustomizerProvider {

    private static volatile boolean inPlace;

    /** Whether telemetry was begun with it. */
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

    /** After everybody else's, so that nobody can put a command line back. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    private static SdkMeterProviderBuilder limited(SdkMeterProviderBuilder metrics, ConfigProperties settings) {
        return metrics.registerView(InstrumentSelector.builder().setName("*").build(),
                View.builder().setAttributeFilter(Exportable::isNamed).build());
    }

    /** Settings may be given on the command line, secrets among them. */
    static Resource withoutCommand(Resource resource, ConfigProperties settings) {
        return resource.toBuilder().removeIf(Redaction::isOfCommand).build();
    }

    private static boolean isOfCommand(AttributeKey<?> key) {
        return key.getKey().startsWith("process.command") || key.getKey().equals("process.owner");
    }
}
