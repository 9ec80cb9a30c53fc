package dev.holdfast.standin.journal;

import java.util.Locale;

/** The parts of the stand-in that are counted and can be given faults; an area includes those below it. */
public enum StandInArea {
    EVERYTHING(null),
    DISCOVERY(EVERYTHING),
    AUTHORIZATION(EVERYTHING),
    TOKEN(EVERYTHING),
    EXCHANGE(TOKEN),
    REFRESH(TOKEN),
    REVOCATION(EVERYTHING),
    CERTS(EVERYTHING),
    USERINFO(EVERYTHING),
    DRIVE(EVERYTHING),
    DRIVE_LIST(DRIVE),
    DRIVE_METADATA(DRIVE),
    DRIVE_CONTENT(DRIVE),
    DRIVE_EXPORT(DRIVE),
    CALENDAR(EVERYTHING),
    CONTACTS(EVERYTHING),
    STREAMING(EVERYTHING),
    GEMINI(EVERYTHING),
    /** The management of the stream of security signals. */
    RISC(EVERYTHING),
    PICTURE(EVERYTHING),
    /** The target of faulty redirects and of {@code jku} headers: no well-behaved client ever goes there. */
    ELSEWHERE(EVERYTHING),
    UNKNOWN(EVERYTHING);

    private final StandInArea parent;

    StandInArea(StandInArea parent) {
        this.parent = parent;
    }

    /** Tells whether a call to {@code other} is also a call to this area. */
    public boolean covers(StandInArea other) {
        for (StandInArea area = other; area != null; area = area.parent) {
            if (area == this) {
                return true;
            }
        }
        return false;
    }

    /** Returns the name used in JSON and forms, such as {@code drive_list}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the area of that name, in any case; fails with {@link IllegalArgumentException}. */
    public static StandInArea of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
