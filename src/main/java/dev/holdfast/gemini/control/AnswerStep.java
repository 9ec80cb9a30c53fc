package dev.holdfast.gemini.control;

import dev.holdfast.google.gemini.FinishReason;

/** One step of an answer. Any number of texts is followed by exactly one of the others. */
public sealed interface AnswerStep {

    /** More of the answer; it prints none of it. */
    record Text(String text) implements AnswerStep {
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** The model has ended its answer, and said why. */
    record Done(FinishReason reason, long tokens) implements AnswerStep {}

    /** There is no answer, or no more of it. */
    record Failed(QuestionRefusal why) implements AnswerStep {}

    /** Tells whether no further step follows. */
    default boolean isLast() {
        return !(this instanceof Text);
    }
}
