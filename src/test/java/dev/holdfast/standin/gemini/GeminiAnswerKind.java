package dev.holdfast.standin.gemini;

import java.util.Locale;

/** How an answer ends. */
enum GeminiAnswerKind {
    FULL,
    /** The question is refused as a whole. */
    BLOCKED,
    /** The answer is stopped by a filter. */
    SAFETY,
    /** The answer is cut at its limit. */
    MAX_TOKENS,
    /** The stream ends without a reason. */
    UNFINISHED,
    /** The answer turns into an error in the middle. */
    ERROR,
    /** Every piece has a reason, as some models do. */
    REASON_IN_EACH,
    /** The document has too many tokens. */
    TOO_LONG,
    /** The model is not known any more. */
    RETIRED;

    static GeminiAnswerKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
