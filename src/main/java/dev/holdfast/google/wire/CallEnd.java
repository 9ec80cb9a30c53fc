package dev.holdfast.google.wire;

import java.util.Locale;

/** How a call to Google ended, as far as operators tell it apart. */
public enum CallEnd {
    /** As one may expect, a refusal included. */
    ANSWERED,
    /** Google's quota: 429, or its 403 that says so. */
    LIMITED,
    /** Not at all, too late, with a 5xx or with something that makes no sense. */
    FAILED;

    /** Of an API's answer whose body has still to come. */
    public static CallEnd ofStatus(int status) {
        if (status == 429) {
            return LIMITED;
        }
        return status >= 500 ? FAILED : ANSWERED;
    }

    /** As a label: {@code answered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
