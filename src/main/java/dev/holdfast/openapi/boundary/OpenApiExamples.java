package dev.holdfast.openapi.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Builds an example of each JSON body from the examples of its members. */
final class OpenApiExamples {

    private static final String JSON = "application/json";
    private static final Map<String, String> BY_FORMAT =
            Map.of("uuid", "5f0c3a52-8a3e-4b1f-9d64-2c7e0f1b6a90", "date-time", "2026-03-10T16:15:50Z");

    private final Map<String, Schema> schemas;

    private OpenApiExamples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void complete(OpenAPI document) {
        OpenApiExamples examples = new OpenApiExamples(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().forEach(item ->
                new ArrayList<>(item.getOperations().values()).forEach(examples::complete));
    }

    private void complete(Operation operation) {
        operation.getResponses().getAPIResponses().values().forEach(response -> {
            if (response.getContent() != null && response.getContent().hasMediaType(JSON)) {
                MediaType body = response.getContent().getMediaType(JSON);
                body.setExample(of(body.getSchema()));
            }
        });
    }

    private @Nullable Object of(Schema schema) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            return of(Objects.requireNonNull(schemas.get(name), name));
        }
        if (schema.getAnyOf() != null) {
            return of(schema.getAnyOf().get(0));
        }
        if (schema.getItems() != null) {
            return List.of(of(schema.getItems()));
        }
        return schema.getProperties() == null ? ofValue(schema) : ofMembers(schema);
    }

    private Map<String, @Nullable Object> ofMembers(Schema schema) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        schema.getProperties().forEach((name, member) -> {
            Object example = of(member);
            if (example != null || schema.getRequired().contains(name)) {
                members.put(name, example);
            }
        });
        return members;
    }

    private static @Nullable Object ofValue(Schema schema) {
        if (schema.getExamples() != null) {
            return schema.getExamples().get(0);
        }
        return schema.getFormat() == null ? null : BY_FORMAT.get(schema.getFormat());
    }
}
