package dev.holdfast.gemini.boundary;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole answer: plain text, and why the model ended it. */
@JsonbPropertyOrder({"text", "finishReason", "tokens"})
public record AnswerView(
        @Schema(examples = "The contract ends on 31 March 2027.") String text,
        @Schema(enumeration = {"stop", "max_tokens", "safety", "recitation", "other"}, examples = "stop")
        @JsonbProperty("finish_reason") String finishReason,
        @Schema(description = "What question, document and answer have cost; 0 if the model did not tell", examples = "1304")
        long tokens) {

    @Override
    public String toString() {
        return "AnswerView[" + text.length() + " characters]";
    }
}
