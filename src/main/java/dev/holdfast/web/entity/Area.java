package dev.holdfast.web.entity;

/** The part of the application that a path belongs to. */
public enum Area {
    /** JSON that a Bearer token protects. */
    API("/api"),
    /** Sign-in and all other paths that use cookies. */
    AUTH("/auth"),
    WELL_KNOWN("/.well-known"),
    /** Receivers of signals that other servers send. */
    SIGNALS("/signals"),
    /** The single-page application and its files. */
    PAGES("/");

    private final String prefix;

    Area(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the area of {@code path}, which is decoded and relative to the application. */
    public static Area of(String path) {
        for (Area area : values()) {
            if (path.equals(area.prefix) || path.startsWith(area.prefix + "/")) {
                return area;
            }
        }
        return PAGES;
    }

    /** Whether answers depend on the caller, so that no cache may keep them. */
    public boolean isPrivate() {
        return this == API || this == AUTH;
    }
}
