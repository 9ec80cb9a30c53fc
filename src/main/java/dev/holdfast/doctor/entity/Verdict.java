package dev.holdfast.doctor.entity;

import java.util.Locale;

/** The verdict of a check, from mildest to most severe. */
public enum Verdict {
    FINE,
    /** The check could not be made just now. */
    UNKNOWN,
    /** It works now, but will cause trouble one day. */
    WARNING,
    TROUBLE;

    /** The wire form: {@code warning}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
