package dev.holdfast.gemini.boundary;

import dev.holdfast.gemini.entity.Question;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a question, as the description of the API shows it. */
public record QuestionBody(
        @Schema(required = true, minLength = 1, maxLength = Question.LONGEST, examples = "When does this contract end?")
        String question) {

    @Override
    public String toString() {
        return "QuestionBody";
    }
}
