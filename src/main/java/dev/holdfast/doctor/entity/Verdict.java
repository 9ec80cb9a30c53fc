package dev.holdfast.doctor.entity;

import java.util.Locale;

/** What a check came to, the mildest first. */
public enum Verdict {
    FINE,
    /** It could not be found out just now. */
    UNKNOWN,
    /** It works, and will be trouble one day. */
    WARNING,
    TROUBLE;

    /** The wire form: {@code warning}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
