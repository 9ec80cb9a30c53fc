package dev.holdfast.gemini.control;

/** The outcome of a question, as far as it is known before the model answers. */
public sealed interface QuestionOutcome {

    /** The model is being asked; the receiver closes the answer. */
    record Asked(OngoingAnswer answer) implements QuestionOutcome {}

    record Refused(QuestionRefusal why) implements QuestionOutcome {}
}
