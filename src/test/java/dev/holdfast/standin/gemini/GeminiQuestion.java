package dev.holdfast.standin.gemini;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The content of a request: the question, which is the last text, and the document. */
record GeminiQuestion(String text, String mimeType, byte[] document) {

    static GeminiQuestion of(JsonObject body) {
        JsonArray parts = body.getAsJsonArray("contents").get(0).getAsJsonObject().getAsJsonArray("parts");
        String text = "";
        String mimeType = "";
        byte[] document = new byte[0];
        for (JsonElement each : parts) {
            JsonObject part = each.getAsJsonObject();
            if (part.has("text")) {
                text = part.get("text").getAsString();
            } else {
                JsonObject data = part.getAsJsonObject("inlineData");
                mimeType = data.get("mimeType").getAsString();
                document = Base64.getDecoder().decode(data.get("data").getAsString());
            }
        }
        return new GeminiQuestion(text, mimeType, document);
    }

    /** Returns the beginning of a document that is text. */
    String beginning() {
        String all = new String(document, StandardCharsets.UTF_8).strip();
        return all.substring(0, Math.min(60, all.length()));
    }
}
