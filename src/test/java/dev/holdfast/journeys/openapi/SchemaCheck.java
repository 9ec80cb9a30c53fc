package dev.holdfast.journeys.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the faults of a value by its schema, for the part of JSON Schema that our document uses. A member that the schema
 * does not name is a fault, and so is an empty schema.
 */
record SchemaCheck(ApiDocument document) {

    List<String> faults(JsonElement value, JsonObject schema) {
        return faults("$", value, schema).toList();
    }

    private Stream<String> faults(String at, JsonElement value, JsonObject asWritten) {
        JsonObject schema = document.resolved(asWritten);
        if (schema.has("anyOf")) {
            boolean fits = schema.getAsJsonArray("anyOf").asList().stream()
                    .anyMatch(each -> faults(at, value, each.getAsJsonObject()).findAny().isEmpty());
            return fits ? Stream.of() : Stream.of(at + " is none of " + schema);
        }
        if (!schema.has("type")) {
            return Stream.of(at + " has a schema without a type");
        }
        Set<String> types = typesOf(schema);
        if (!types.contains(typeOf(value)) && !(types.contains("number") && typeOf(value).equals("integer"))) {
            return Stream.of(at + " is " + value + ", not " + types);
        }
        if (value.isJsonObject()) {
            return ofObject(at, value.getAsJsonObject(), schema);
        }
        return value.isJsonArray() ? ofArray(at, value.getAsJsonArray(), schema) : ofValue(at, value, schema);
    }

    private Stream<String> ofObject(String at, JsonObject value, JsonObject schema) {
        JsonObject members = schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
        Stream<String> missing = schema.has("required")
                ? schema.getAsJsonArray("required").asList().stream().map(JsonElement::getAsString)
                        .filter(name -> !value.has(name)).map(name -> at + "." + name + " is missing")
                : Stream.of();
        Stream<String> within = value.keySet().stream().flatMap(name -> ofMember(at + "." + name, value.get(name),
                members.has(name) ? members.get(name) : schema.get("additionalProperties")));
        return Stream.concat(missing, within);
    }

    private Stream<String> ofMember(String at, JsonElement value, JsonElement schema) {
        return schema != null && schema.isJsonObject() ? faults(at, value, schema.getAsJsonObject())
                : Stream.of(at + " is not in the schema");
    }

    private Stream<String> ofArray(String at, JsonArray value, JsonObject schema) {
        return IntStream.range(0, value.size()).boxed()
                .flatMap(index -> faults(at + "[" + index + "]", value.get(index), schema.getAsJsonObject("items")));
    }

    private static Stream<String> ofValue(String at, JsonElement value, JsonObject schema) {
        if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
            return Stream.of(at + " is " + value + ", none of " + schema.get("enum"));
        }
        boolean fits = value.isJsonNull() || !schema.has("format")
                || hasFormat(value.getAsString(), schema.get("format").getAsString());
        return fits ? Stream.of() : Stream.of(at + " is " + value + ", no " + schema.get("format"));
    }

    private static boolean hasFormat(String text, String format) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equals(text);
                case "date-time" -> Instant.parse(text) != null;
                case "int32" -> Integer.valueOf(text) != null;
                case "int64" -> Long.valueOf(text) != null;
                default -> false;
            };
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return false;
        }
    }

    private static Set<String> typesOf(JsonObject schema) {
        JsonElement type = schema.get("type");
        return type.isJsonArray()
                ? type.getAsJsonArray().asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet())
                : Set.of(type.getAsString());
    }

    private static String typeOf(JsonElement value) {
        if (value.isJsonNull()) {
            return "null";
        }
        if (!value.isJsonPrimitive()) {
            return value.isJsonArray() ? "array" : "object";
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isNumber()) {
            return primitive.getAsString().matches("-?[0-9]+") ? "integer" : "number";
        }
        return primitive.isBoolean() ? "boolean" : "string";
    }
}
