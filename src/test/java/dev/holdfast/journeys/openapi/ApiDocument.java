package dev.holdfast.journeys.openapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The OpenAPI document as a running server serves it. */
record ApiDocument(JsonObject root) {

    /** One operation: {@code GET} and {@code /api/sessions/{id}}. */
    record Described(String method, String path, JsonObject words) {

        String id() {
            return words.get("operationId").getAsString();
        }

        boolean isOpenedBy(String scheme) {
            return words.has("security") && words.get("security").toString().contains("\"" + scheme + "\"");
        }

        boolean takesJson() {
            return words.has("requestBody")
                    && words.getAsJsonObject("requestBody").getAsJsonObject("content").has("application/json");
        }

        JsonObject responses() {
            return words.getAsJsonObject("responses");
        }
    }

    static ApiDocument of(Stage stage) {
        return new ApiDocument(Browser.json(stage.browser().get("/openapi?format=JSON")));
    }

    List<Described> operations() {
        List<Described> found = new ArrayList<>();
        // Beside its operations, a path may hold parameters that belong to all of them: an array.
        root.getAsJsonObject("paths").asMap().forEach((path, item) ->
                item.getAsJsonObject().asMap().forEach((method, words) -> {
                    if (words.isJsonObject()) {
                        found.add(new Described(method.toUpperCase(Locale.ROOT), path, words.getAsJsonObject()));
                    }
                }));
        return found;
    }

    Described operation(String id) {
        return operations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** Returns the object itself, or the one that its reference points to. */
    JsonObject resolved(JsonObject words) {
        if (!words.has("$ref")) {
            return words;
        }
        JsonElement target = root;
        for (String step : words.get("$ref").getAsString().substring("#/".length()).split("/")) {
            target = target.getAsJsonObject().get(step);
            if (target == null) {
                throw new IllegalStateException(words + " leads nowhere");
            }
        }
        return resolved(target.getAsJsonObject());
    }

    /** Returns every object inside that has the member. */
    static Stream<JsonObject> having(String member, JsonElement within) {
        if (within.isJsonArray()) {
            return within.getAsJsonArray().asList().stream().flatMap(each -> having(member, each));
        }
        if (!within.isJsonObject()) {
            return Stream.of();
        }
        JsonObject object = within.getAsJsonObject();
        return Stream.concat(object.has(member) ? Stream.of(object) : Stream.of(),
                object.asMap().values().stream().flatMap(each -> having(member, each)));
    }
}
