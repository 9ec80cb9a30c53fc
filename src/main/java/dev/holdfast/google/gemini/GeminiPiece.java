package dev.holdfast.google.gemini;

import dev.holdfast.google.wire.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of an answer: some text, often none, and what is known so far of its end and its cost (Gemini API,
 * "GenerateContentResponse"). {@code tokens} counts question, document and answer. It prints no text.
 */
public record GeminiPiece(String text, Optional<FinishReason> finish, OptionalLong tokens) {

    /** Reads a piece; empty if it is no object of that kind. A question that is refused as a whole has no candidates. */
    static Optional<GeminiPiece> parse(String json) {
        return JsonBody.members(json).map(members -> {
            Optional<Map<?, ?>> candidate = list(members.get("candidates")).findFirst();
            Optional<FinishReason> finish = candidate.flatMap(first -> reason(first.get("finishReason")))
                    .or(() -> map(members.get("promptFeedback")).flatMap(feedback -> reason(feedback.get("blockReason"))));
            return new GeminiPiece(candidate.map(GeminiPiece::textOf).orElse(""), finish, tokens(members));
        });
    }

    private static String textOf(Map<?, ?> candidate) {
        return map(candidate.get("content")).stream().flatMap(content -> list(content.get("parts")))
                .filter(part -> !Boolean.TRUE.equals(part.get("thought")))
                .map(part -> part.get("text")).filter(String.class::isInstance).map(String.class::cast)
                .collect(Collectors.joining());
    }

    private static Optional<FinishReason> reason(@Nullable Object named) {
        return named instanceof String name ? FinishReason.of(name) : Optional.empty();
    }

    private static OptionalLong tokens(Map<String, Object> members) {
        Object total = map(members.get("usageMetadata")).map(usage -> (Object) usage.get("totalTokenCount")).orElse("");
        return total instanceof Number number && number.longValue() >= 0
                ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    private static Stream<Map<?, ?>> list(@Nullable Object value) {
        return value instanceof List<?> entries ? entries.stream().flatMap(entry -> map(entry).stream()) : Stream.empty();
    }

    private static Optional<Map<?, ?>> map(@Nullable Object value) {
        return value instanceof Map<?, ?> members ? Optional.of(members) : Optional.empty();
    }

    @Override
    public String toString() {
        return "GeminiPiece[" + text.length() + " characters]";
    }
}
