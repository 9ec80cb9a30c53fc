package dev.holdfast.google.gemini;

import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiRefusal;
import dev.holdfast.google.wire.JsonBody;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A refusal of the model's API ({@code google.rpc.Status}). Two facts have no machine-readable form: that a document has too
 * many tokens is in the message alone, and that a quota is one of a day is in the name of the quota.
 */
final class GeminiRefusal {

    private static final Pattern TOO_MANY_TOKENS = Pattern.compile("exceeds the maximum number of tokens");
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,9})(?:\\.[0-9]{1,9})?s");
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final String INVALID_KEY = "API_KEY_INVALID";

    private final ApiRefusal refusal;
    private final Map<?, ?> error;

    GeminiRefusal(ApiRefusal refusal) {
        this.refusal = refusal;
        this.error = JsonBody.members(refusal.body()).map(members -> members.get("error"))
                .<Map<?, ?>>map(told -> told instanceof Map<?, ?> members ? members : Map.of()).orElse(Map.of());
    }

    /** Reads a refusal that came as a piece of an answer; empty if the piece is none. */
    static Optional<GeminiRefusal> inPiece(String json) {
        return JsonBody.members(json).map(members -> members.get("error")).filter(Map.class::isInstance)
                .map(error -> ((Map<?, ?>) error).get("code")).filter(Number.class::isInstance)
                .map(code -> new GeminiRefusal(new ApiRefusal(((Number) code).intValue(), json, "", MOST)));
    }

    ApiRefusal refusal() {
        return refusal;
    }

    /** Tells whether Google does not know the model, which is a setting. */
    boolean isForTheModel() {
        return refusal.status() == NOT_FOUND;
    }

    /** Tells whether Google names the key as the reason, whatever the status. */
    boolean isForTheKey() {
        return refusal.details().anyMatch(detail -> INVALID_KEY.equals(detail.get("reason")));
    }

    GeminiOutcome outcome() {
        boolean tooLong = refusal.status() == TOO_LARGE || refusal.status() == BAD_REQUEST
                && error.get("message") instanceof String message && TOO_MANY_TOKENS.matcher(message).find();
        if (tooLong) {
            return new GeminiOutcome.TooLong();
        }
        ApiAnswer<?> answer = refusal.answer();
        if (answer instanceof ApiAnswer.RateLimited<?> limited) {
            return new GeminiOutcome.Refused(new ApiAnswer.RateLimited<>(bounded(retryDelay().orElse(limited.retryAfter()))),
                    isQuotaOfADay());
        }
        boolean ours = answer instanceof ApiAnswer.BadRequest || answer instanceof ApiAnswer.NotFound;
        return new GeminiOutcome.Refused(ours ? new ApiAnswer.Unusable<>() : answer);
    }

    private Optional<Duration> retryDelay() {
        return refusal.details().map(detail -> detail.get("retryDelay")).filter(String.class::isInstance)
                .map(delay -> SECONDS.matcher((String) delay)).filter(Matcher::matches)
                .map(delay -> Duration.ofSeconds(Long.parseLong(delay.group(1)) + (delay.group().contains(".") ? 1 : 0)))
                .findFirst();
    }

    private boolean isQuotaOfADay() {
        return refusal.details().map(detail -> detail.get("violations"))
                .flatMap(violations -> violations instanceof List<?> list ? list.stream() : Stream.empty())
                .anyMatch(violation -> violation instanceof Map<?, ?> members
                        && members.get("quotaId") instanceof String id && id.contains("PerDay"));
    }

    private static Duration bounded(Duration told) {
        return told.compareTo(LEAST) < 0 ? LEAST : told.compareTo(MOST) > 0 ? MOST : told;
    }
}
