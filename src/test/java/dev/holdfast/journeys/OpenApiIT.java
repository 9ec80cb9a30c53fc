package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the API says of itself can be read by tools. */
class OpenApiIT {

    @Test
    void parametersWhenDescribedThenEachHasASchema() {
        JsonObject api = Browser.json(Stage.shared().browser().get("/openapi?format=JSON"));
        List<JsonObject> parameters = new ArrayList<>();
        api.getAsJsonObject("paths").asMap().values().forEach(path -> collect(path, parameters));

        assertFalse(parameters.isEmpty());
        parameters.forEach(parameter -> assertTrue(parameter.has("schema"), parameter::toString));
    }

    private static void collect(JsonElement element, List<JsonObject> parameters) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(each, parameters));
        } else if (element.isJsonObject()) {
            JsonObject found = element.getAsJsonObject();
            if (found.has("parameters")) {
                found.getAsJsonArray("parameters").forEach(each -> parameters.add(each.getAsJsonObject()));
            }
            found.asMap().values().forEach(each -> collect(each, parameters));
        }
    }
}
