package dev.holdfast.openapi.boundary;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds the headers that all answers of one status have in common. */
final class OpenApiHeaders {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String CACHING = "Cache-Control";
    private static final String WAIT = "Retry-After";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String ADDRESS = "Location";
    private static final String METHODS = "Allow";

    /** Sorted by name, so that each build makes the same document. */
    private static final Map<String, String> MEANING = new TreeMap<>(Map.of(
            REQUEST_ID, "By which this request is found in the server's log",
            CACHING, "no-store",
            WAIT, "Seconds to wait before the next try",
            CHALLENGE, "Bearer",
            ADDRESS, "Where to go on",
            METHODS, "With 405: the methods that are allowed here"));

    private OpenApiHeaders() {}

    static void complete(OpenAPI document) {
        Components components = document.getComponents();
        MEANING.forEach((name, meaning) -> components.addHeader(name, OASFactory.createHeader().description(meaning)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
        APIResponse other = Objects.requireNonNull(components.getResponses().get(OpenApiRefusals.ANY_OTHER));
        Stream.of(REQUEST_ID, CACHING, METHODS).forEach(name -> add(name, other));
        document.getPaths().getPathItems().forEach((path, item) ->
                new ArrayList<>(item.getOperations().values()).forEach(OpenApiHeaders::complete));
    }

    private static void complete(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null) {
                namesFor(status).forEach(name -> add(name, response));
            }
        });
    }

    private static Stream<String> namesFor(String status) {
        Stream<String> special = switch (status) {
            case "302", "303" -> Stream.of(ADDRESS);
            case "401" -> Stream.of(CHALLENGE);
            case "429", "503" -> Stream.of(WAIT);
            default -> Stream.empty();
        };
        return Stream.concat(Stream.of(REQUEST_ID, CACHING), special);
    }

    private static void add(String name, APIResponse response) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeader(name, OASFactory.createHeader().ref(name));
        }
    }
}
