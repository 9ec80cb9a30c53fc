package dev.holdfast.doctor.entity;

import java.time.Duration;
import java.util.Map;

/** How far another clock is ahead of ours, and what that means where tokens are checked by it. */
public record ClockDifference(Duration ahead) {

    /** A {@code Date} header is to the second, and an answer takes its time. */
    private static final Duration BORNE = Duration.ofSeconds(5);

    /** ID tokens are refused beyond this. */
    private static final Duration REFUSED = Duration.ofSeconds(60);

    /** In words: {@code 3 s ahead of}, {@code 1 s behind}, {@code 0 s ahead of}. */
    public String inSeconds() {
        return ahead.abs().toSeconds() + " s " + direction(ahead.abs().toSeconds());
    }

    /** In words: {@code 120 ms behind}. */
    public String inMillis() {
        return ahead.abs().toMillis() + " ms " + direction(ahead.abs().toMillis());
    }

    private String direction(long distance) {
        return ahead.isNegative() && distance > 0 ? "behind" : "ahead of";
    }

    /** What a check of that clock found: outcome {@code ahead} or {@code behind}, with a cure unless the difference is borne. */
    public Finding finding(String check, String detail, String cure) {
        return new Finding(check, verdict(), ahead.isNegative() ? "behind" : "ahead", Map.of(), detail,
                verdict() == Verdict.FINE ? "" : cure);
    }

    public Verdict verdict() {
        Duration apart = ahead.abs();
        if (apart.compareTo(BORNE) <= 0) {
            return Verdict.FINE;
        }
        return apart.compareTo(REFUSED) < 0 ? Verdict.WARNING : Verdict.TROUBLE;
    }
}
