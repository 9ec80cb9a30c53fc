package dev.holdfast.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The HTTP API keeps what clients rely on since the last release. It may grow, and it may not ask for more. */
class StableOperationsTest {

    private static final Path DESCRIPTION = Path.of("target/openapi/openapi.json");
    private static final Path RECORDED = Path.of("src/test/resources/stable-operations.txt");
    private static final Path FOUND = Path.of("target/stable-operations.txt");

    private static final String ACCOUNT = "/api/account";

    private final JsonObject document = read();

    @BeforeAll
    static void write() throws IOException {
        Files.write(FOUND, ApiLines.of(read()));
    }

    @Test
    void apiWhenComparedWithTheLastReleaseThenNoClientBreaks() throws IOException {
        assertEquals(Set.of(), breaks(Set.copyOf(Files.readAllLines(RECORDED)), ApiLines.of(document)),
                "clients rely on this; a change of it needs a new major version");
    }

    @Test
    void apiWhenItGrowsThenNoClientBreaks() {
        Set<String> before = ApiLines.of(document);
        get(ACCOUNT).getAsJsonArray("parameters").add(parameter("wide", false));
        members("AccountView").add("nickname", JsonParser.parseString("{\"type\":\"string\"}"));
        document.getAsJsonObject("paths").add("/api/further", document.getAsJsonObject("paths").get("/api/sessions/{id}"));

        assertEquals(Set.of(), breaks(before, ApiLines.of(document)));
    }

    @Test
    void clientWhenSomethingGoesOrChangesThenItIsNamed() {
        Set<String> before = ApiLines.of(document);
        document.getAsJsonObject("paths").remove("/api/drive/files");
        get(ACCOUNT).getAsJsonObject("responses").remove("503");
        members("AccountView").remove("picture");
        members("AccountView").getAsJsonObject("name").addProperty("type", "integer");
        document.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject("AccountView")
                .add("required", new JsonArray());
        Set<String> broken = breaks(before, ApiLines.of(document));

        assertEquals(List.of(), List.of("GET /api/drive/files", "GET /api/account 503", "AccountView.picture",
                "AccountView.name is null|string", "AccountView.email is always there").stream()
                .filter(line -> !broken.contains(line)).toList(), broken::toString);
    }

    @Test
    void clientWhenMoreIsAskedOfItThenItIsNamed() {
        Set<String> before = ApiLines.of(document);
        get(ACCOUNT).getAsJsonArray("parameters").add(parameter("reason", true));

        assertEquals(Set.of("must send GET /api/account query reason"), breaks(before, ApiLines.of(document)));
    }

    /** The lines that are gone, and those that an operation of before newly needs. */
    private static Set<String> breaks(Set<String> before, Set<String> now) {
        Set<String> broken = new TreeSet<>(before);
        broken.removeIf(line -> now.contains(line) || line.startsWith(ApiLines.MUST_SEND));
        now.stream().filter(line -> line.startsWith(ApiLines.MUST_SEND) && !before.contains(line))
                .filter(line -> before.contains(operationOf(line))).forEach(broken::add);
        return broken;
    }

    private static String operationOf(String line) {
        String[] words = line.substring(ApiLines.MUST_SEND.length()).split(" ");
        return words[0] + " " + words[1];
    }

    private JsonObject get(String path) {
        JsonObject operation = document.getAsJsonObject("paths").getAsJsonObject(path).getAsJsonObject("get");
        if (!operation.has("parameters")) {
            operation.add("parameters", new JsonArray());
        }
        return operation;
    }

    private JsonObject members(String view) {
        return document.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(view)
                .getAsJsonObject("properties");
    }

    private static JsonObject parameter(String name, boolean required) {
        return JsonParser.parseString("{\"in\":\"query\",\"name\":\"" + name + "\",\"required\":" + required
                + ",\"schema\":{\"type\":\"string\"}}").getAsJsonObject();
    }

    private static JsonObject read() {
        try {
            return JsonParser.parseString(Files.readString(DESCRIPTION)).getAsJsonObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
