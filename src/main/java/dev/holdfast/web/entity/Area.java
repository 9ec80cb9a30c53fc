package dev.holdfast.web.entity;

/** Which part of the application a path belongs to. */
public enum Area {
    /** Bearer-protected JSON. */
    API("/api"),
    /** Sign-in and everything that lives by cookies. */
    AUTH("/auth"),
    WELL_KNOWN("/.well-known"),
    /** The single-page application and its files. */
    PAGES("/");

    private final String prefix;

    Area(String prefix) {
        this.prefix = prefix;
    }

    /** {@code path} is decoded and relative to the application. */
    public static Area of(String path) {
        for (Area area : values()) {
            if (path.equals(area.prefix) || path.startsWith(area.prefix + "/")) {
                return area;
            }
        }
        return PAGES;
    }

    /** Whether answers depend on who asks, so that nothing may keep them. */
    public boolean isPrivate() {
        return this == API || this == AUTH;
    }
}
