package dev.holdfast.account.control;

import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** {@code holdfast.activity.*}: how long somebody's timeline is kept. */
@ApplicationScoped
public class AccountConfig {

    private Duration activityRetention;

    protected AccountConfig() {}

    @Inject
    public AccountConfig(Settings settings) {
        activityRetention = settings.duration("holdfast.activity.retention", Duration.ofDays(180), Duration.ofDays(1),
                Duration.ofDays(3650));
    }

    void read(@Observes @Priority(StartOrder.SETTINGS_READ) Startup start) {
        // Being called is enough: the constructor has read the settings.
    }

    public Duration activityRetention() {
        return activityRetention;
    }
}
