package dev.holdfast.standin.gemini;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.standin.http.Refused;
import dev.holdfast.standin.http.StandInAnswer;

/** Errors in the shape of {@code google.rpc.Status}. */
final class GeminiErrors {

    private GeminiErrors() {}

    static StandInAnswer of(int status, String code, String message) {
        return StandInAnswer.json(status, body(status, code, message));
    }

    static Refused refusedKey() {
        JsonObject body = body(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
        JsonArray details = new JsonArray();
        details.add(JsonParser.parseString("{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":"
                + "\"API_KEY_INVALID\",\"domain\":\"googleapis.com\"}"));
        body.getAsJsonObject("error").add("details", details);
        return new Refused(StandInAnswer.json(400, body));
    }

    static JsonObject body(int status, String code, String message) {
        JsonObject error = new JsonObject();
        error.addProperty("code", status);
        error.addProperty("message", message);
        error.addProperty("status", code);
        JsonObject body = new JsonObject();
        body.add("error", error);
        return body;
    }
}
