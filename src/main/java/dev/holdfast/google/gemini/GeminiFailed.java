package dev.holdfast.google.gemini;

import java.io.IOException;

/** Signals that an answer broke off in the middle, or turned into a refusal. */
public final class GeminiFailed extends IOException {

    private final transient GeminiOutcome outcome;

    GeminiFailed(GeminiOutcome outcome) {
        super(outcome.getClass().getSimpleName());
        this.outcome = outcome;
    }

    /** Returns the outcome, which is never {@link GeminiOutcome.Answering}. */
    public GeminiOutcome outcome() {
        return outcome;
    }
}
