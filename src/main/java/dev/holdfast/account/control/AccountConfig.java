package dev.holdfast.account.control;

import dev.holdfast.account.entity.Administrators;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;

/** The retention of timelines, and the administrators. */
@ApplicationScoped
public class AccountConfig implements RoomSettings {

    private Duration activityRetention;
    private Administrators administrators;

    protected AccountConfig() {}

    @Inject
    public AccountConfig(Settings settings) {
        activityRetention = settings.duration("holdfast.activity.retention", Duration.ofDays(180), Duration.ofDays(1),
                Duration.ofDays(3650));
        administrators = settings.parsed("holdfast.admin.emails", new Administrators(Set.of()),
                "must be e-mail addresses separated by commas", Administrators::parse).orElseThrow();
    }

    public Administrators administrators() {
        return administrators;
    }

    public Duration activityRetention() {
        return activityRetention;
    }
}
