package dev.holdfast.journeys.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.ApiApplication;
import dev.holdfast.AuthApplication;
import dev.holdfast.WellKnownApplication;
import dev.holdfast.journeys.openapi.ApiDocument.Described;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of the API is complete, and tools can read it. */
@OnStage
class OpenApiIT {

    private ApiDocument document;

    @BeforeEach
    void read() {
        document = ApiDocument.of(Stage.shared());
    }

    @Test
    void operationsWhenTheApplicationsHaveThemThenTheDocumentHasThemAndNoOther() {
        Set<String> offered = Stream.of(new ApiApplication(), new AuthApplication(), new WellKnownApplication())
                .flatMap(OpenApiIT::offeredBy).collect(Collectors.toCollection(TreeSet::new));
        offered.addAll(Set.of("POST /auth/token/refresh", "POST /signals/google"));
        Set<String> described = document.operations().stream().map(each -> each.method() + " " + each.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(offered, described);
    }

    @Test
    void operationsWhenDescribedThenEachHasIdSummaryTagAndAGoodEnd() {
        List<Described> operations = document.operations();

        assertEquals(operations.size(), operations.stream().map(Described::id).distinct().count());
        operations.forEach(each -> {
            assertFalse(each.words().get("summary").getAsString().isBlank(), each.id());
            assertFalse(each.words().getAsJsonArray("tags").isEmpty(), each.id());
            assertTrue(each.responses().keySet().stream().anyMatch(status -> status.matches("[23]..")), each.id());
        });
    }

    @Test
    void parametersWhenDescribedThenEachHasASchemaAndWords() {
        List<JsonObject> parameters = ApiDocument.having("in", document.root().get("paths")).toList();

        assertFalse(parameters.isEmpty());
        parameters.forEach(parameter -> {
            assertTrue(parameter.has("schema"), parameter::toString);
            assertTrue(parameter.has("description"), parameter::toString);
        });
    }

    @Test
    void referencesWhenFollowedThenEachLeadsSomewhere() {
        List<JsonObject> references = ApiDocument.having("$ref", document.root()).toList();

        assertFalse(references.isEmpty());
        references.forEach(document::resolved);
    }

    @Test
    void refusalsWhenDescribedThenEachIsAProblemWithExamplesOfItsStatus() {
        document.operations().forEach(operation -> operation.responses().asMap().forEach((status, response) -> {
            if (status.matches("[45]..|default") && !isRefusedSignal(operation, status)) {
                JsonObject content = document.resolved(response.getAsJsonObject()).getAsJsonObject("content");
                assertEquals(Set.of("application/problem+json"), content.keySet(), operation.id());
                JsonObject body = content.getAsJsonObject("application/problem+json");
                assertEquals("#/components/schemas/Problem", body.getAsJsonObject("schema").get("$ref").getAsString());
                assertTrue(body.has("examples"), () -> operation.id() + " " + status + " names no code");
                body.getAsJsonObject("examples").asMap().forEach((code, example) -> assertIsOf(status, code, example));
            }
        }));
    }

    @Test
    void bodiesWhenExemplifiedThenTheExampleFitsItsSchema() {
        SchemaCheck check = new SchemaCheck(document);
        document.operations().forEach(operation -> operation.responses().asMap().forEach((status, response) ->
                bodiesOf(response).forEach((type, body) -> {
                    JsonObject schema = body.getAsJsonObject().getAsJsonObject("schema");
                    assertFalse(schema.isEmpty(), operation.id());
                    List<JsonElement> examples = examplesOf(body.getAsJsonObject());
                    assertTrue(!type.endsWith("json") || !examples.isEmpty(), () -> operation.id() + " " + status);
                    examples.forEach(example -> assertEquals(List.of(), check.faults(example, schema), operation.id()));
                })));
    }

    /** RFC 8935 section 2.3 has a form of its own. */
    private static boolean isRefusedSignal(Described operation, String status) {
        return operation.id().equals("receiveSignal") && status.equals("400");
    }

    private void assertIsOf(String status, String code, JsonElement example) {
        JsonObject problem = document.resolved(example.getAsJsonObject()).getAsJsonObject("value");
        assertEquals(code, problem.get("code").getAsString());
        assertTrue(status.equals("default") || status.equals(problem.get("status").getAsString()), problem::toString);
    }

    private Map<String, JsonElement> bodiesOf(JsonElement response) {
        JsonObject resolved = document.resolved(response.getAsJsonObject());
        return resolved.has("content") ? resolved.getAsJsonObject("content").asMap() : Map.of();
    }

    private List<JsonElement> examplesOf(JsonObject body) {
        if (body.has("example")) {
            return List.of(body.get("example"));
        }
        return body.has("examples") ? body.getAsJsonObject("examples").asMap().values().stream()
                .map(each -> document.resolved(each.getAsJsonObject()).get("value")).toList() : List.of();
    }

    private static Stream<String> offeredBy(Application application) {
        String root = application.getClass().getAnnotation(ApplicationPath.class).value();
        return application.getClasses().stream().filter(each -> each.isAnnotationPresent(Path.class))
                .flatMap(each -> Stream.of(each.getMethods()).flatMap(method -> verbsOf(method)
                        .map(verb -> verb + " " + (root + pathOf(each) + pathOf(method)))));
    }

    private static Stream<String> verbsOf(Method method) {
        boolean hidden = method.isAnnotationPresent(Operation.class) && method.getAnnotation(Operation.class).hidden();
        return hidden ? Stream.of() : Stream.of(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class)).filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String pathOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null || path.value().isEmpty() ? ""
                : "/" + path.value().replaceFirst("^/", "").replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }
}
