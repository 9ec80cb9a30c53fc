package dev.holdfast.standin.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.holdfast.standin.http.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a control request, sent as a form or as a flat JSON object. */
record ControlFields(Map<String, String> values) {

    static ControlFields of(Call call) {
        Map<String, String> values = new LinkedHashMap<>();
        call.query().values().forEach((name, all) -> values.put(name, all.get(0)));
        call.form().values().forEach((name, all) -> values.put(name, all.get(0)));
        if (call.header("Content-Type", "").startsWith("application/json") && !call.body().isBlank()) {
            addJson(values, call.body());
        }
        return new ControlFields(values);
    }

    private static void addJson(Map<String, String> values, String body) {
        try {
            JsonObject json = JsonParser.parseString(body).getAsJsonObject();
            json.entrySet().forEach(member -> values.put(member.getKey(), text(member.getValue())));
        } catch (JsonParseException | IllegalStateException notAnObject) {
            throw new IllegalArgumentException("a JSON object is needed", notAnObject);
        }
    }

    private static String text(JsonElement value) {
        if (value.isJsonNull()) {
            return "";
        }
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    /** Returns the value, or null if it is missing or empty. */
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    String required(String name) {
        String value = get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    long number(String name, long otherwise) {
        return get(name) == null ? otherwise : Long.parseLong(get(name).trim());
    }
}
