package dev.holdfast.google.wire;

import java.util.Locale;

/** The outcome of a call to Google, as far as operators distinguish it. */
public enum CallEnd {
    /** An answer as expected, or a refusal. */
    ANSWERED,
    /** Google's quota is used up: 429, or a 403 that says so. */
    LIMITED,
    /** No answer, a late one, a 5xx, or an answer that cannot be interpreted. */
    FAILED;

    /** Returns the outcome by the status alone, before the body is read. */
    public static CallEnd ofStatus(int status) {
        if (status == 429) {
            return LIMITED;
        }
        return status >= 500 ? FAILED : ANSWERED;
    }

    /** Returns the label, such as {@code answered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
