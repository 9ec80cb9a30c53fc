package dev.holdfast.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The meaning of an OpenAPI document for a client, a line for each thing that the client may rely on:
 * {@code GET /api/account 200 is AccountView}, {@code AccountView.email is null|string}. Lines that begin with
 * {@code must send} name what an operation needs from the client.
 */
final class ApiLines {

    static final String MUST_SEND = "must send ";

    private final JsonObject root;
    private final SortedSet<String> lines = new TreeSet<>();
    private final Set<String> named = new HashSet<>();

    private ApiLines(JsonObject root) {
        this.root = root;
    }

    static SortedSet<String> of(JsonObject document) {
        ApiLines api = new ApiLines(document);
        document.getAsJsonObject("paths").asMap().forEach((path, item) -> api.path(path, item.getAsJsonObject()));
        return api.lines;
    }

    /** Reads the operations of a path; parameters of the path belong to each of them. */
    private void path(String path, JsonObject item) {
        item.asMap().forEach((method, words) -> {
            if (words.isJsonObject()) {
                String name = method.toUpperCase(Locale.ROOT) + " " + path;
                array(item, "parameters").forEach(each -> parameter(name, resolved(each.getAsJsonObject())));
                operation(name, words.getAsJsonObject());
            }
        });
    }

    private void operation(String name, JsonObject words) {
        lines.add(name);
        array(words, "parameters").forEach(each -> parameter(name, resolved(each.getAsJsonObject())));
        if (words.has("requestBody")) {
            JsonObject body = resolved(words.getAsJsonObject("requestBody"));
            mustSend(body, name + " a body");
            contents(name + " takes", body, true);
        }
        object(words, "responses").forEach((status, response) -> {
            JsonObject described = resolved(response.getAsJsonObject());
            lines.add(name + " " + status);
            object(described, "headers").keySet().forEach(header -> lines.add(name + " " + status + " has " + header));
            contents(name + " " + status, described, false);
        });
    }

    private void parameter(String name, JsonObject words) {
        String what = name + " " + words.get("in").getAsString() + " " + words.get("name").getAsString();
        lines.add(what);
        mustSend(words, what);
        schema(what, words.getAsJsonObject("schema"), true);
    }

    private void contents(String name, JsonObject words, boolean sent) {
        object(words, "content").forEach((type, content) -> {
            lines.add(name + " " + type);
            object(content.getAsJsonObject(), "examples").keySet().forEach(code -> lines.add(name + " says " + code));
            if (content.getAsJsonObject().has("schema")) {
                schema(name, content.getAsJsonObject().getAsJsonObject("schema"), sent);
            }
        });
    }

    /** {@code sent}: by the client. Of what it sends, a value that is no longer taken counts; of answers, a member that may miss. */
    private void schema(String what, JsonObject given, boolean sent) {
        if (given.has("$ref")) {
            named(what, given, sent);
            return;
        }
        described(what, given, sent);
    }

    /** A schema with a name is described once, however many answers have it. */
    private void named(String what, JsonObject given, boolean sent) {
        String reference = given.get("$ref").getAsString();
        String name = (sent ? "sent " : "") + reference.substring(reference.lastIndexOf('/') + 1);
        lines.add(what + " is " + name);
        if (named.add(name)) {
            described(name, resolved(given), sent);
        }
    }

    private void described(String what, JsonObject schema, boolean sent) {
        if (schema.has("type")) {
            lines.add(what + " is " + typesOf(schema));
        }
        if (sent) {
            array(schema, "enum").forEach(value -> lines.add(what + " may be " + value.getAsString()));
        }
        members(what, schema, sent);
        Stream.of("anyOf", "oneOf", "allOf").flatMap(kind -> array(schema, kind).asList().stream())
                .forEach(each -> schema(what + "~", each.getAsJsonObject(), sent));
        if (schema.has("items")) {
            schema(what + "[]", schema.getAsJsonObject("items"), sent);
        }
    }

    private void members(String what, JsonObject schema, boolean sent) {
        Set<String> required = array(schema, "required").asList().stream().map(JsonElement::getAsString)
                .collect(Collectors.toSet());
        object(schema, "properties").forEach((name, member) -> {
            String which = what + "." + name;
            lines.add(which);
            if (required.contains(name)) {
                lines.add(sent ? MUST_SEND + which : which + " is always there");
            }
            schema(which, member.getAsJsonObject(), sent);
        });
    }

    private void mustSend(JsonObject words, String what) {
        if (words.has("required") && words.get("required").getAsBoolean()) {
            lines.add(MUST_SEND + what);
        }
    }

    private static String typesOf(JsonObject schema) {
        JsonElement type = schema.get("type");
        String types = type.isJsonArray() ? type.getAsJsonArray().asList().stream().map(JsonElement::getAsString).sorted()
                .collect(Collectors.joining("|")) : type.getAsString();
        return schema.has("format") ? types + " " + schema.get("format").getAsString() : types;
    }

    private JsonObject resolved(JsonObject words) {
        if (!words.has("$ref")) {
            return words;
        }
        JsonObject target = root;
        for (String step : words.get("$ref").getAsString().substring("#/".length()).split("/")) {
            target = target.getAsJsonObject(step);
        }
        return resolved(target);
    }

    private static Map<String, JsonElement> object(JsonObject words, String member) {
        return words.has(member) ? words.getAsJsonObject(member).asMap() : Map.of();
    }

    private static JsonArray array(JsonObject words, String member) {
        return words.has(member) ? words.getAsJsonArray(member) : new JsonArray();
    }
}
