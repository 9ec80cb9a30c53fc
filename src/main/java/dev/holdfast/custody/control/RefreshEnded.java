package dev.holdfast.custody.control;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A refresh has ended and its outcome is written; for whoever counts.
 *
 * @param reason of a small set, whatever Google says
 */
public record RefreshEnded(Outcome outcome, String reason) {

    /** How it ended: {@code DROPPED} is one that came too late and changed nothing. */
    public enum Outcome { REFRESHED, FAILED, REFUSED, DROPPED }

    private static final Pattern WORDS = Pattern.compile("[a-z_]{1,30}");
    private static final Pattern STATUS = Pattern.compile("http_[1-5][0-9]{2}");

    static RefreshEnded refreshed() {
        return new RefreshEnded(Outcome.REFRESHED, "none");
    }

    static RefreshEnded dropped() {
        return new RefreshEnded(Outcome.DROPPED, "none");
    }

    /** {@code code}: ours, or one of the known errors of Google; of statuses only the class counts. */
    static RefreshEnded with(Outcome outcome, String code) {
        if (STATUS.matcher(code).matches()) {
            return new RefreshEnded(outcome, code.substring(0, 6) + "xx");
        }
        return new RefreshEnded(outcome, WORDS.matcher(code).matches() ? code : "other");
    }

    /** As a label: {@code refreshed}. */
    public String outcomeCode() {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
