package dev.holdfast.custody.refresh;

import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.google.token.RefreshOutcome.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event for the metrics: a refresh has ended and its outcome is written.
 *
 * @param reason one of a small fixed set, whatever Google says
 */
public record RefreshEnded(Outcome outcome, String reason) {

    /** How it ended: {@code DROPPED} is a refresh that came too late and changed nothing. */
    public enum Outcome { REFRESHED, FAILED, REFUSED, DROPPED }

    private static final String OTHER = "other";
    private static final Pattern STATUS = Pattern.compile("http_[1-5][0-9]{2}");

    /** The reasons why a refresh may fail, see {@link dev.holdfast.google.token.TokenRefresh#refresh}. */
    private static final Set<String> TRANSIENT = Set.of("timeout", "connection_failed", "http_1xx", "http_2xx", "http_4xx",
            "http_5xx", "redirect", "answer_not_json", "answer_without_token", "answer_too_large", "unknown_refusal",
            "endpoint_unknown", "origin_not_allowed", "circuit_open", "busy", "proxy_unreachable",
            "proxy_refused", "proxy_authentication_required", OTHER);

    /** Returns every possible value, so that each can be counted from 0 on. */
    public static List<RefreshEnded> all() {
        return Stream.of(Stream.of(refreshed(), dropped()),
                        TRANSIENT.stream().map(code -> new RefreshEnded(Outcome.FAILED, code)),
                        Stream.of(Refusal.values()).map(refusal -> refused(GrantStatus.after(refusal))))
                .flatMap(Function.identity()).toList();
    }

    static RefreshEnded refreshed() {
        return new RefreshEnded(Outcome.REFRESHED, "none");
    }

    static RefreshEnded dropped() {
        return new RefreshEnded(Outcome.DROPPED, "none");
    }

    static RefreshEnded refused(GrantStatus status) {
        return new RefreshEnded(Outcome.REFUSED, status.code());
    }

    /** Keeps a known {@code code}, reduces an HTTP status to its class and replaces any other code with {@code other}. */
    static RefreshEnded failed(String code) {
        String reason = STATUS.matcher(code).matches() ? code.substring(0, 6) + "xx" : code;
        return new RefreshEnded(Outcome.FAILED, TRANSIENT.contains(reason) ? reason : OTHER);
    }

    /** Returns the outcome as a label: {@code refreshed}. */
    public String outcomeCode() {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
