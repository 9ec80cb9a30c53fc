package dev.holdfast.google.gemini;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reason why an answer of the model has ended (Gemini API, "FinishReason", "BlockReason"). */
public enum FinishReason {
    /** The answer is whole. */
    STOP,
    /** The answer is longer than the model may make it. */
    MAX_TOKENS,
    /** Google's filters refused the question, the document or the answer. */
    SAFETY,
    /** The answer would have repeated a text of others. */
    RECITATION,
    /** Any other reason. */
    OTHER;

    private static final Set<String> REFUSED_BY_FILTERS =
            Set.of("SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "IMAGE_SAFETY");
    private static final Map<String, FinishReason> SAME =
            Map.of("STOP", STOP, "MAX_TOKENS", MAX_TOKENS, "RECITATION", RECITATION);

    /** Returns the reason that Google names; empty if it names none. */
    static Optional<FinishReason> of(String named) {
        if (named.isEmpty() || named.endsWith("_UNSPECIFIED")) {
            return Optional.empty();
        }
        return Optional.of(REFUSED_BY_FILTERS.contains(named) ? SAFETY : SAME.getOrDefault(named, OTHER));
    }

    /** Returns the wire form, such as {@code max_tokens}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
