package dev.holdfast.telemetry.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * {@code OTEL_SDK_DISABLED=false} turns telemetry on; OpenTelemetry reads it and its other settings itself. Telemetry that
 * started without our redaction (by the whole server or an agent) would export codes and states, so that such a start is
 * refused.
 */
@ApplicationScoped
public class TelemetryConfig implements RoomSettings {

    private static final String SWITCH = "otel.sdk.disabled";

    private boolean on;

    protected TelemetryConfig() {}

    @Inject
    public TelemetryConfig(OpenTelemetry telemetry, Settings settings) {
        on = telemetry.getTracerProvider() != TracerProvider.noop();
        if (on && !Redaction.isInPlace()) {
            settings.fault(SWITCH, "telemetry has begun without the application's redaction: take the line "
                    + "otel.sdk.disabled=true of liberty/bootstrap.properties into yours, and start without an agent");
        }
    }

    /** Returns whether spans are recorded. */
    public boolean isOn() {
        return on;
    }
}
