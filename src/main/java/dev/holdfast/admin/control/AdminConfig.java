package dev.holdfast.admin.control;

import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** The retention of the audit trail. */
@ApplicationScoped
public class AdminConfig {

    private Duration auditRetention;

    protected AdminConfig() {}

    @Inject
    public AdminConfig(Settings settings) {
        auditRetention = settings.duration("holdfast.audit.retention", Duration.ofDays(365), Duration.ofDays(1),
                Duration.ofDays(3650));
    }

    void read(@Observes @Priority(StartOrder.SETTINGS_READ) Startup start) {
        // This call creates the bean; its constructor has read the settings.
    }

    public Duration auditRetention() {
        return auditRetention;
    }
}
