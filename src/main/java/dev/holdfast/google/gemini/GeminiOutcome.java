package dev.holdfast.google.gemini;

import dev.holdfast.google.api.ApiAnswer;

/** The outcome of a question to the model. */
public sealed interface GeminiOutcome {

    /** The model has begun to answer; the receiver closes the answer. */
    record Answering(GeminiAnswer answer) implements GeminiOutcome {}

    /** The document has more tokens or bytes than the model reads. */
    record TooLong() implements GeminiOutcome {}

    /** The document broke on its way to the model. */
    record DocumentBroken() implements GeminiOutcome {}

    /** The caller has cancelled the call. */
    record Cancelled() implements GeminiOutcome {}

    /**
     * Google refused or did not answer; {@code answer} is never {@link ApiAnswer.Found}. {@code forToday}: the quota of a day
     * is used up.
     */
    record Refused(ApiAnswer<?> answer, boolean forToday) implements GeminiOutcome {

        Refused(ApiAnswer<?> answer) {
            this(answer, false);
        }
    }
}
