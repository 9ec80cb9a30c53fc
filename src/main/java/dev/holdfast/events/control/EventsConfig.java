package dev.holdfast.events.control;

import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code holdfast.session.event-streams}: how many pages may listen on this node at the same time. */
@ApplicationScoped
public class EventsConfig implements RoomSettings {

    private static final String STREAMS = "holdfast.session.event-streams";

    private int mostStreams;

    protected EventsConfig() {}

    @Inject
    public EventsConfig(Settings settings) {
        mostStreams = settings.number(STREAMS, 2000, 0, 20_000);
    }

    /** The most streams of this node; with 0 no page listens. */
    int mostStreams() {
        return mostStreams;
    }
}
