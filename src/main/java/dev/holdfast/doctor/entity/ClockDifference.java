package dev.holdfast.doctor.entity;

import java.time.Duration;
import java.util.Map;

/** How far another clock is ahead of ours, and how serious that is for the checks of tokens. */
public record ClockDifference(Duration ahead) {

    /** The tolerance: a {@code Date} header is precise to a second, and an answer takes time to arrive. */
    private static final Duration BORNE = Duration.ofSeconds(5);

    /** Beyond this difference, ID tokens are refused. */
    private static final Duration REFUSED = Duration.ofSeconds(60);

    /** The difference in words: {@code 3 s ahead of}, {@code 1 s behind}, {@code 0 s ahead of}. */
    public String inSeconds() {
        return ahead.abs().toSeconds() + " s " + direction(ahead.abs().toSeconds());
    }

    /** The difference in words: {@code 120 ms behind}. */
    public String inMillis() {
        return ahead.abs().toMillis() + " ms " + direction(ahead.abs().toMillis());
    }

    private String direction(long distance) {
        return ahead.isNegative() && distance > 0 ? "behind" : "ahead of";
    }

    /** The finding for that clock: outcome {@code ahead} or {@code behind}, with a cure if it exceeds the tolerance. */
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
