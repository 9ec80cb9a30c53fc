package dev.holdfast.settings.control;

/** The order of the start, as priorities of the observers of {@link jakarta.enterprise.event.Startup}. */
public final class StartOrder {

    /** Each room's {@code *Config} reads its settings. */
    public static final int SETTINGS_READ = 100;

    public static final int SETTINGS_CHECKED = 200;

    /** The data directory is claimed, and the keys that protect all stored data are available. */
    public static final int KEYS = 300;

    /** The schema is migrated. */
    public static final int STORAGE = 400;

    /** The database's clock is read. */
    public static final int DATABASE_TIME = 450;

    /** The work that needs both keys and storage begins: signing keys, the revocation feed, background jobs. */
    public static final int READY = 500;

    private StartOrder() {}
}
