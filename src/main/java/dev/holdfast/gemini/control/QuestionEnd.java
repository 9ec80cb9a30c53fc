package dev.holdfast.gemini.control;

/** How a question ended: {@code done} or the word of a refusal, and the tokens it has cost as far as the model told them. */
public record QuestionEnd(String code, long tokens) {

    public static final String DONE = "done";

    static QuestionEnd of(AnswerStep last) {
        return last instanceof AnswerStep.Done done ? new QuestionEnd(DONE, done.tokens())
                : new QuestionEnd(((AnswerStep.Failed) last).why().code(), 0);
    }
}
