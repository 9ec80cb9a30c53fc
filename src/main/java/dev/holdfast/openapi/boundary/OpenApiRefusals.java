package dev.holdfast.openapi.boundary;

import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Gives each refusal its problem schema and one example for each code that its description names. Gives each operation the
 * refusals common to all operations of its kind.
 */
final class OpenApiRefusals {

    /** The component for the refusals by the container or the filters, which may answer any request. */
    static final String ANY_OTHER = "AnyOtherRefusal";

    private static final List<ProblemCode> ANYWHERE = List.of(ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.PAYLOAD_TOO_LARGE, ProblemCode.URI_TOO_LONG, ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.HEADERS_TOO_LARGE, ProblemCode.NOT_IMPLEMENTED);

    private OpenApiRefusals() {}

    static void complete(OpenAPI document) {
        Stream.of(ProblemCode.values()).forEach(code -> document.getComponents().addExample(code.code(),
                OASFactory.createExample().summary(code.title()).value(OpenApiProblems.example(code))));
        document.getComponents().addResponse(ANY_OTHER, OASFactory.createAPIResponse()
                .description("Any other refusal").content(contentOf(ANYWHERE)));
        document.getPaths().getPathItems().forEach((path, item) ->
                new ArrayList<>(item.getOperations().values()).forEach(operation -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        codesOfItsKind(path, operation).forEach(code -> name(code, operation.getResponses()));
        APIResponses sorted = OASFactory.createAPIResponses();
        new TreeMap<>(operation.getResponses().getAPIResponses()).forEach((status, response) -> {
            if (isRefusal(status) && response.getContent() == null) {
                response.setContent(contentOf(
                        OpenApiProblems.namedIn(response.getDescription(), Integer.parseInt(status))));
            }
            sorted.addAPIResponse(status, response);
        });
        sorted.setDefaultValue(OASFactory.createAPIResponse().ref(ANY_OTHER));
        operation.setResponses(sorted);
    }

    private static Set<ProblemCode> codesOfItsKind(String path, Operation operation) {
        Set<ProblemCode> codes = EnumSet.of(ProblemCode.INTERNAL_ERROR);
        boolean isPrivate = path.startsWith(OpenApiPaths.API + "/") || path.startsWith(OpenApiPaths.AUTH + "/");
        if (isPrivate && !path.equals("/auth/callback")) {
            codes.add(ProblemCode.CROSS_SITE_REQUEST);
        }
        if (answersJson(operation)) {
            codes.add(ProblemCode.NOT_ACCEPTABLE);
        }
        return codes;
    }

    private static boolean answersJson(Operation operation) {
        APIResponse fine = operation.getResponses().getAPIResponse("200");
        return fine != null && fine.getContent() != null && fine.getContent().hasMediaType("application/json");
    }

    private static void name(ProblemCode code, APIResponses responses) {
        String status = Integer.toString(code.status());
        APIResponse response = responses.getAPIResponse(status);
        if (response == null) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(code.code()));
        } else if (!OpenApiProblems.isNamedIn(response.getDescription(), code)) {
            response.setDescription(response.getDescription() + "; or " + code.code());
        }
    }

    private static Content contentOf(List<ProblemCode> codes) {
        MediaType problem = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(OpenApiSchemas.PROBLEM));
        codes.forEach(code -> problem.addExample(code.code(), OASFactory.createExample().ref(code.code())));
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem);
    }

    private static boolean isRefusal(String status) {
        return status.matches("[45][0-9]{2}");
    }
}
