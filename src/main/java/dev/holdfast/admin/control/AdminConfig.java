package dev.holdfast.admin.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The retention of the audit trail. */
@ApplicationScoped
public class AdminConfig implements RoomSettings {

    private Duration auditRetention;

    protected AdminConfig() {}

    @Inject
    public AdminConfig(Settings settings) {
        auditRetention = settings.duration("holdfast.audit.retention", Duration.ofDays(365), Duration.ofDays(1),
                Duration.ofDays(3650));
    }

    public Duration auditRetention() {
        return auditRetention;
    }
}
