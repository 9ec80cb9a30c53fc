package dev.holdfast.settings.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Reads the settings of all rooms at the start. */
@ApplicationScoped
public class SettingsWalk {

    @Inject @Any Instance<RoomSettings> rooms;

    void readAll(@Observes @Priority(StartOrder.SETTINGS_READ) Startup start) {
        rooms.forEach(RoomSettings::areRead);
    }
}
