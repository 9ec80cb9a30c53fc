package dev.holdfast.journeys.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.journeys.openapi.ApiDocument.Described;
import dev.holdfast.journeys.rig.Answers;
import java.net.http.HttpResponse;
import java.util.List;

/** Compares real answers with the document: status, headers, media type, code and every member. */
record Comparison(ApiDocument document) {

    void good(String operation, HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 400, () -> operation + ": " + answer.body());
        compare(document.operation(operation), answer);
    }

    void refusal(String operation, int status, String code, HttpResponse<String> answer) {
        Answers.problem(answer, status, code);
        JsonObject body = compare(document.operation(operation), answer).getAsJsonObject("application/problem+json");
        assertTrue(body.getAsJsonObject("examples").has(code), () -> operation + " does not name " + code);
    }

    private JsonObject compare(Described operation, HttpResponse<String> answer) {
        String status = Integer.toString(answer.statusCode());
        String what = operation.id() + " " + status;
        assertTrue(operation.responses().has(status), () -> what + " is not in the document: " + answer.body());
        JsonObject described = document.resolved(operation.responses().getAsJsonObject(status));
        described.getAsJsonObject("headers").keySet().forEach(name ->
                assertTrue(answer.headers().firstValue(name).isPresent(), () -> what + " came without " + name));
        JsonObject content = described.has("content") ? described.getAsJsonObject("content") : new JsonObject();
        if (content.isEmpty()) {
            assertEquals("", answer.body(), what);
        } else if (!content.has("*/*")) {
            String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
            assertTrue(content.has(type), () -> what + " came as " + type);
            assertEquals(List.of(), new SchemaCheck(document).faults(JsonParser.parseString(answer.body()),
                    content.getAsJsonObject(type).getAsJsonObject("schema")), what);
        }
        return content;
    }
}
