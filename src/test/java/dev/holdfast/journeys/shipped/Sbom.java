package dev.holdfast.journeys.shipped;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A list of parts in CycloneDX JSON. */
record Sbom(List<Component> components) {

    record Component(String group, String name, String version, boolean isRequired, List<String> licences) {

        private static Component of(JsonObject part) {
            return new Component(textIn(part, "group"), textIn(part, "name"), textIn(part, "version"),
                    "required".equals(textIn(part, "scope")), objects(part.getAsJsonArray("licenses")).stream()
                            .map(Component::licence).toList());
        }

        /** An SPDX expression counts as one licence, which has not been reviewed yet. */
        private static String licence(JsonObject choice) {
            return choice.has("license") ? textIn(choice.getAsJsonObject("license"), "id") : textIn(choice, "expression");
        }
    }

    static Sbom of(Path file) throws IOException {
        JsonObject sbom = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        return new Sbom(objects(sbom.getAsJsonArray("components")).stream().map(Component::of).toList());
    }

    private static String textIn(JsonObject object, String member) {
        return object.has(member) ? object.get(member).getAsString() : "";
    }

    /** Returns the objects of the array; empty if there is no such member. */
    private static List<JsonObject> objects(JsonArray array) {
        return array == null ? List.of() : array.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }
}
