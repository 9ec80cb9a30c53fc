package dev.holdfast.standin.gemini;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The pieces of an answer ({@code GenerateContentResponse}), one word each. */
final class GeminiPieces {

    private static final int CHARACTERS_OF_A_TOKEN = 4;

    private GeminiPieces() {}

    static List<JsonObject> of(GeminiQuestion question, GeminiAnswerKind kind) {
        List<JsonObject> pieces = new ArrayList<>();
        if (kind == GeminiAnswerKind.BLOCKED) {
            JsonObject blocked = usage(question, 0);
            JsonObject feedback = new JsonObject();
            feedback.addProperty("blockReason", "PROHIBITED_CONTENT");
            blocked.add("promptFeedback", feedback);
            return List.of(blocked);
        }
        String text = text(question);
        for (String words : text.split("(?<=\\s)")) {
            pieces.add(piece(question, words, kind == GeminiAnswerKind.REASON_IN_EACH ? "STOP" : null));
        }
        switch (kind) {
            case SAFETY, MAX_TOKENS -> pieces.set(2, piece(question, "", kind.name()));
            case UNFINISHED -> { }
            case ERROR -> pieces.set(2, GeminiErrors.body(503, "UNAVAILABLE", "The model is overloaded."));
            default -> pieces.add(piece(question, "", "STOP"));
        }
        return kind == GeminiAnswerKind.FULL || kind == GeminiAnswerKind.REASON_IN_EACH ? pieces : pieces.subList(0, 3);
    }

    private static String text(GeminiQuestion question) {
        String read = "I have read " + question.document().length + " bytes of " + question.mimeType() + ". ";
        String begins = question.mimeType().startsWith("text/") ? "They begin: " + question.beginning() + ". " : "";
        return read + begins + "You asked: " + question.text() + "\n\nThis is a stand-in for Gemini. It has no answer of its own,"
                + " but it writes one word after the other, as the real one does.";
    }

    /** As the real one does, it leaves out the parts if there is no text. */
    private static JsonObject piece(GeminiQuestion question, String text, String reason) {
        JsonObject content = new JsonObject();
        content.addProperty("role", "model");
        if (!text.isEmpty()) {
            content.add("parts", parts(text));
        }
        JsonObject candidate = new JsonObject();
        candidate.add("content", content);
        if (reason != null) {
            candidate.addProperty("finishReason", reason);
        }
        JsonArray candidates = new JsonArray();
        candidates.add(candidate);
        JsonObject piece = usage(question, text.length());
        piece.add("candidates", candidates);
        return piece;
    }

    private static JsonArray parts(String text) {
        JsonObject part = new JsonObject();
        part.addProperty("text", text);
        JsonArray parts = new JsonArray();
        parts.add(part);
        return parts;
    }

    private static JsonObject usage(GeminiQuestion question, int written) {
        int prompt = (question.text().length() + question.document().length) / CHARACTERS_OF_A_TOKEN;
        JsonObject usage = new JsonObject();
        usage.addProperty("promptTokenCount", prompt);
        usage.addProperty("totalTokenCount", prompt + written / CHARACTERS_OF_A_TOKEN);
        JsonObject piece = new JsonObject();
        piece.add("usageMetadata", usage);
        return piece;
    }
}
