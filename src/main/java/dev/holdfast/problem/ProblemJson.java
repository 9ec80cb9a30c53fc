package dev.holdfast.problem;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.util.Map;

/** Writes a problem's members as JSON (RFC 9457 section 3). */
public final class ProblemJson {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private ProblemJson() {}

    public static String of(Problem problem) {
        return JSON.createObjectBuilder(problem.members()).build().toString();
    }
}
