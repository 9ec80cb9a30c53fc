package dev.holdfast.settings.control;

/**
 * The settings of a room, read from {@link Settings} by the constructor of an application-scoped bean. {@link SettingsWalk}
 * creates every such bean at the start, before any fault is judged, so that all faulty settings are told at once.
 */
public interface RoomSettings {

    /** Does nothing: CDI creates a bean at its first call, and its constructor has then read the settings. */
    default void areRead() {}
}
